package io.butcherblock.benchmarks.report;

import io.butcherblock.files.Json;
import io.butcherblock.measure.Host;
import java.util.Locale;

/**
 * A run with all that is needed to judge it.
 *
 * @param begun when, in ISO 8601
 * @param before the machine before the run
 * @param after the machine after it
 */
public record Report(
    String benchmark,
    String begun,
    MachineState before,
    MachineState after,
    int rounds,
    Findings findings) {

  /** All of it as JSON. */
  public String json() {
    return Json.lines(this);
  }

  /** For people: the machine, then the findings. */
  public String text() {
    return machineText() + findings.text();
  }

  private String machineText() {
    Host host = before.host();
    return String.format(
        Locale.ROOT,
        "%s %s, %s, %d processors, %s, load average %.1f before and %.1f after, %d rounds%n",
        host.system(),
        host.architecture(),
        host.processor(),
        host.processors(),
        host.java(),
        before.loadAverage(),
        after.loadAverage(),
        rounds);
  }
}
