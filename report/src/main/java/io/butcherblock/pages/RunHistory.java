package io.butcherblock.pages;

import com.fasterxml.jackson.databind.JsonNode;
import io.butcherblock.files.RunLog;
import io.butcherblock.names.Counted;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** The lines of the log of a run, by what they say. */
record RunHistory(List<JsonNode> records) {

  static final String LOSS = "loss";
  static final String LEARNING_RATE = "learning_rate";
  static final String SPEED = "patches_per_second";
  static final String PSNR = "validation_psnr";
  private static final String LEVEL = "level";
  private static final String SECONDS = "seconds";

  RunHistory {
    records = List.copyOf(records);
  }

  /**
   * The parts of a run of several levels, each of which trained a network of another size, by what
   * they are called; one part of all lines, {@code name}, if it has no levels.
   */
  Map<String, RunHistory> levels(String name) {
    Map<String, List<JsonNode>> parts = new LinkedHashMap<>();
    String part = name;
    for (JsonNode each : records) {
      if (each.has(LEVEL)) {
        int blocks = each.path("blocks").asInt();
        part = "level %s: %s".formatted(each.path(LEVEL).asInt(), Counted.of(blocks, "block"));
      }
      parts.computeIfAbsent(part, unused -> new ArrayList<>()).add(each);
    }
    if (parts.size() > 1) {
      // Of a run of levels: what stands before the first, which has no steps.
      parts.remove(name);
    }
    Map<String, RunHistory> levels = new LinkedHashMap<>();
    parts.forEach((title, lines) -> levels.put(title, new RunHistory(lines)));
    return levels;
  }

  /** The lines of the level that was trained last, or all of them. */
  RunHistory lastLevel() {
    return levels("").values().stream().reduce((first, second) -> second).orElse(this);
  }

  /** The lines that have a number there; the recipe says in words what the loss is. */
  private Stream<JsonNode> having(String field) {
    return records.stream().filter(node -> node.path(field).isNumber());
  }

  double[] steps(String field) {
    return having(field).mapToDouble(node -> node.path(RunLog.STEP).asDouble()).toArray();
  }

  double[] values(String field) {
    return having(field).mapToDouble(node -> node.path(field).asDouble()).toArray();
  }

  OptionalDouble last(String field) {
    double[] values = values(field);
    return values.length == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(values[values.length - 1]);
  }

  OptionalDouble best(String field) {
    return DoubleStream.of(values(field)).max();
  }

  /** In the middle of all lines: the first steps, and those beside other work, are slower. */
  OptionalDouble median(String field) {
    double[] sorted = DoubleStream.of(values(field)).sorted().toArray();
    return sorted.length == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(sorted[sorted.length / 2]);
  }

  long lastStep() {
    return records.stream().mapToLong(node -> node.path(RunLog.STEP).asLong()).max().orElse(0);
  }

  /** How long it was trained, in words. */
  String time() {
    double seconds =
        records.stream().mapToDouble(node -> node.path(SECONDS).asDouble()).max().orElse(0);
    long minutes = Math.round(seconds / 60);
    if (seconds < 120) {
      return String.format(Locale.ROOT, "%.0f s", seconds);
    }
    return minutes < 120 ? minutes + " min" : String.format(Locale.ROOT, "%.1f h", seconds / 3600);
  }

  /** How the images were compared; empty where nothing was validated. */
  String protocol() {
    return records.stream()
        .filter(node -> node.has("validation_protocol"))
        .reduce((first, second) -> second)
        .map(
            node ->
                "PSNR: "
                    + node.path("validation_protocol").asText()
                    + (node.has("validation_degradation")
                        ? "; LR images through " + node.path("validation_degradation").asText()
                        : "")
                    + ".")
        .orElse("");
  }
}
