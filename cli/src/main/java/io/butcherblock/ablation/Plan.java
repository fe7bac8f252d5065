package io.butcherblock.ablation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.butcherblock.error.ButcherblockException;
import io.butcherblock.files.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/**
 * What a folder's ablation was begun with, in {@code plan.json}: its options, and the number of
 * steps, which is measured but once. A table of runs that differ in more than their networks would
 * compare nothing, so other options are refused.
 */
final class Plan {

  private static final String FILE = "plan.json";
  private static final String OPTIONS = "options";
  private static final String STEPS = "steps";
  private static final String ADVICE = "give another --out";

  private final Path file;
  private final Map<String, String> options;

  /**
   * The plan of a folder.
   *
   * @param options as a person gives them, by what they are called
   */
  Plan(Path folder, Map<String, String> options) {
    this.file = folder.resolve(FILE);
    this.options = options;
  }

  /**
   * The steps that the ablation was begun with; empty if it was not.
   *
   * @throws ButcherblockException if it was begun with other options
   */
  OptionalLong begun() {
    if (!Files.exists(file)) {
      return OptionalLong.empty();
    }
    JsonNode saved = Json.read(file, ADVICE);
    for (Map.Entry<String, String> option : options.entrySet()) {
      String before = saved.path(OPTIONS).path(option.getKey()).asText();
      if (!before.equals(option.getValue())) {
        throw new ButcherblockException(
            "The ablation in %s was begun with %s %s, not %s; give the same, or another --out."
                .formatted(file.getParent(), option.getKey(), before, option.getValue()));
      }
    }
    long steps = saved.path(STEPS).asLong();
    if (steps < 1) {
      throw new ButcherblockException(
          "Cannot read " + file + ": it says no number of steps; " + ADVICE + ".");
    }
    return OptionalLong.of(steps);
  }

  /** The steps that the ablation was begun with; begins it if it was not. */
  long steps(LongSupplier measured) {
    OptionalLong begun = begun();
    if (begun.isPresent()) {
      return begun.getAsLong();
    }
    long steps = measured.getAsLong();
    ObjectNode plan = Json.MAPPER.createObjectNode();
    ObjectNode named = plan.putObject(OPTIONS);
    options.forEach(named::put);
    Json.write(file, plan.put(STEPS, steps));
    return steps;
  }
}
