package io.butcherblock.benchmarks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.butcherblock.report.TextTable;
import java.util.List;
import java.util.Locale;

/**
 * A run with all that is needed to judge it.
 *
 * @param mix the 100 schemes, in words
 */
record Report(
    String begun, Machine before, Machine after, int rounds, String mix, List<Result> results) {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  String json() throws JsonProcessingException {
    return JSON.writeValueAsString(this) + "\n";
  }

  String text() {
    TextTable table =
        new TextTable(
            "comparison",
            "subject",
            "ms (quartiles)",
            "peer",
            "ms (quartiles)",
            "ratio",
            "95 %",
            "ms a scheme");
    for (Result result : results) {
      table.row(
          result.name(),
          result.subject().workload(),
          times(result.subject()),
          result.peer().workload(),
          times(result.peer()),
          number(2, result.ratio()),
          number(2, result.ratioInterval95().low())
              + " - "
              + number(2, result.ratioInterval95().high()),
          result.extraPerScheme() == null ? "-" : number(1, result.extraPerScheme()));
    }
    return machineText() + "mix: " + mix + "\n\n" + table.toText();
  }

  private String machineText() {
    return String.format(
        Locale.ROOT,
        "%s %s, %d processors, %s, load average %.1f before and %.1f after, %d rounds%n",
        before.system(),
        before.architecture(),
        before.processors(),
        before.jdk(),
        before.loadAverage(),
        after.loadAverage(),
        rounds);
  }

  private static String times(Result.Side side) {
    return number(0, side.median())
        + " ("
        + number(0, side.lowerQuartile())
        + " - "
        + number(0, side.upperQuartile())
        + ")";
  }

  private static String number(int digits, double value) {
    return String.format(Locale.ROOT, "%." + digits + "f", value);
  }
}
