package io.butcherblock.benchmarks.measure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.Locale;

/** A run with all that is needed to judge it. */
public record Report(
    String benchmark, String begun, Machine before, Machine after, int rounds, Findings findings) {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  public String json() throws JsonProcessingException {
    return JSON.writeValueAsString(this) + "\n";
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
