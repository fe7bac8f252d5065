package io.butcherblock.ablation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.butcherblock.error.ButcherblockException;
import io.butcherblock.error.Setting;
import io.butcherblock.files.Json;
import io.butcherblock.files.RegularFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * What a folder's ablation was begun with, in {@code plan.json}: its options, and the number of
 * steps, which is measured but once. A table of runs that differ in more than their networks would
 * compare nothing, so other options are refused.
 */
final class Plan {

  private static final String FILE = "plan.json";
  private static final int MOST_BYTES = 1 << 20;
  private static final String OPTIONS = "options";
  private static final String DIGESTS = "images";
  private static final String STEPS = "steps";

  private final Path file;
  private final Map<String, String> facts;
  private final Map<Setting, String> options;
  private final Map<String, String> digests;

  /**
   * The plan of a folder.
   *
   * @param facts what the runs depend on apart from options, by what it is called
   * @param digests of the images, by what they are called; plans of earlier versions have none
   */
  Plan(
      Path folder,
      Map<String, String> facts,
      Map<Setting, String> options,
      Map<String, String> digests) {
    this.file = folder.resolve(FILE);
    this.facts = facts;
    this.options = options;
    this.digests = digests;
  }

  private OptionalLong begun() {
    if (!Files.exists(file)) {
      return OptionalLong.empty();
    }
    JsonNode saved = read();
    facts.forEach((name, now) -> check(saved, name, now, before -> name + " " + before));
    options.forEach((setting, now) -> check(saved, key(setting), now, setting::of));
    digests.forEach((name, now) -> checkImages(saved.path(DIGESTS).path(name), name, now));
    long steps = saved.path(STEPS).asLong();
    if (steps < 1) {
      throw damaged(null);
    }
    return OptionalLong.of(steps);
  }

  private void check(JsonNode saved, String key, String now, Function<String, Object> inWords) {
    JsonNode before = saved.path(OPTIONS).path(key);
    if (before.isMissingNode()) {
      throw damaged(null);
    }
    if (!before.asText().equals(now)) {
      throw ButcherblockException.of(
          "The ablation in %s was begun with %s, not %s; give the same, or another %s.",
          file.getParent(), inWords.apply(before.asText()), now, Setting.OUTPUT);
    }
  }

  private void checkImages(JsonNode before, String name, String now) {
    if (!before.isMissingNode() && !before.asText().equals(now)) {
      throw ButcherblockException.of(
          "The %s are not those that the ablation in %s was begun with: %s then, %s now; put back"
              + " what was there, or give another %s.",
          name, file.getParent(), before.asText(), now, Setting.OUTPUT);
    }
  }

  private static String key(Setting setting) {
    return setting.name().toLowerCase(Locale.ROOT);
  }

  /**
   * The steps that the ablation was begun with; empty if it was not, and can be begun.
   *
   * @throws ButcherblockException if it was begun with other options, or would write over files of
   *     no ablation
   */
  OptionalLong checked() {
    OptionalLong begun = begun();
    if (begun.isEmpty()) {
      refuseFilesOfNoAblation();
    }
    return begun;
  }

  /** The steps that the ablation was begun with; begins it if it was not. */
  long steps(LongSupplier measured) {
    OptionalLong begun = checked();
    if (begun.isPresent()) {
      return begun.getAsLong();
    }
    long steps = measured.getAsLong();
    ObjectNode plan = Json.MAPPER.createObjectNode();
    ObjectNode named = plan.putObject(OPTIONS);
    facts.forEach(named::put);
    options.forEach((setting, value) -> named.put(key(setting), value));
    digests.forEach(plan.putObject(DIGESTS)::put);
    Json.write(file, plan.put(STEPS, steps));
    return steps;
  }

  private void refuseFilesOfNoAblation() {
    for (String name : AblationReport.FILES) {
      Path result = file.resolveSibling(name);
      if (Files.exists(result)) {
        throw ButcherblockException.of(
            "%s would be written over by the ablation, and is of no ablation itself; move it away,"
                + " or give another %s.",
            result, Setting.OUTPUT);
      }
    }
  }

  private JsonNode read() {
    try {
      return Json.MAPPER.readTree(RegularFile.bytes(file, MOST_BYTES));
    } catch (IOException e) {
      throw damaged(e);
    }
  }

  private ButcherblockException damaged(IOException cause) {
    return new ButcherblockException(
        cause,
        "Cannot read %s: it is no plan of this version; give another %s.",
        file,
        Setting.OUTPUT);
  }
}
