package io.butcherblock.benchmarks.measure;

import io.butcherblock.files.Json;
import java.util.Locale;

/** A run with all that is needed to judge it. */
public record Report(
    String benchmark, String begun, Machine before, Machine after, int rounds, Findings findings) {

  public String json() {
    return Json.lines(this);
  }

  public String text() {
    return machineText() + findings.text();
  }

  private String machineText() {
    return String.format(
        Locale.ROOT,
        "%s %s, %s, %d processors, %s, load average %.1f before and %.1f after, %d rounds%n",
        before.system(),
        before.architecture(),
        before.cpu(),
        before.processors(),
        before.jdk(),
        before.loadAverage(),
        after.loadAverage(),
        rounds);
  }
}
