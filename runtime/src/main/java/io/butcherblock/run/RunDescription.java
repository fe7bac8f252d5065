package io.butcherblock.run;

import com.fasterxml.jackson.databind.JsonNode;
import io.butcherblock.degrade.Degradation;
import io.butcherblock.error.ButcherblockException;
import io.butcherblock.error.Setting;
import io.butcherblock.files.Json;
import io.butcherblock.nn.NetworkSpec;
import io.butcherblock.nn.SuperResolutionNetwork;
import io.butcherblock.train.TrainingOptions;
import io.butcherblock.weights.WeightsInfo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is trained and how, as {@code run.json} keeps it.
 *
 * @param network the metadata of its weights
 * @param training the options
 * @param origin where options and weights come from: {@code preset}, {@code start_from}
 * @param images which they are, {@link ImagesDigest}; none in a file of the first version
 * @param arguments what a program was given to set the run up, {@link RunSettings#arguments}; none
 *     in files of earlier versions
 */
record RunDescription(
    Map<String, String> network,
    Map<String, String> training,
    Map<String, String> origin,
    Map<String, String> images,
    Map<String, List<String>> arguments) {

  static final String FILE = "run.json";

  /** What {@link TrainingOptions#FIXED} names. */
  private static final Map<String, Setting> SETTINGS =
      Map.of(
          "patch",
          Setting.PATCH_SIZE,
          "batch",
          Setting.BATCH_SIZE,
          "seed",
          Setting.SEED,
          TrainingOptions.DEGRADATION,
          Setting.DEGRADATION,
          TrainingOptions.LEVELS,
          Setting.LEVELS);

  /**
   * What is said only of runs that differ from it, among them all from before there was a choice.
   */
  private static final Map<String, String> UNSAID =
      Map.of(
          TrainingOptions.DEGRADATION, Degradation.CLEAN.toString(), TrainingOptions.LEVELS, "1");

  /**
   * A description.
   *
   * @param spec what the run ends with
   */
  static RunDescription of(SuperResolutionNetwork network, NetworkSpec spec, RunSettings settings) {
    TrainingOptions options = settings.options();
    Map<String, String> training = options.describe();
    training.put("precision", network.precision().toString());
    return new RunDescription(
        WeightsInfo.of(spec, network.scale()).withDegradation(options.degradation()).toMap(),
        training,
        settings.origin(),
        ImagesDigest.of(settings.images()),
        settings.arguments());
  }

  /**
   * Reads the description of the run in {@code folder}.
   *
   * @throws ButcherblockException if there is none
   */
  static RunDescription read(Path folder) {
    Path file = folder.resolve(FILE);
    if (!Files.exists(file)) {
      throw SavedState.exists(folder)
          ? ButcherblockException.of(
              "%s holds states of a run, but no %s, which says what is trained; put it back, or"
                  + " give another %s.",
              folder, FILE, Setting.OUTPUT)
          : ButcherblockException.of(
              "There is no run in %s to continue; begin one without %s.", folder, Setting.RESUME);
    }
    JsonNode root = Json.read(file);
    boolean complete =
        SETTINGS.keySet().stream()
            .allMatch(name -> UNSAID.containsKey(name) || root.path("training").has(name));
    if (!root.path("network").isObject() || !complete) {
      throw ButcherblockException.of(
          "Cannot read %s: it does not say what is trained; put back what it held, or give another"
              + " %s.",
          file, Setting.OUTPUT);
    }
    return new RunDescription(
        asMap(root.path("network")),
        asMap(root.path("training")),
        asMap(root.path("origin")),
        asMap(root.path("images")),
        arguments(root));
  }

  /**
   * Reads what a program was given to set a run up.
   *
   * @param root of a description, or any other JSON
   * @return as texts by name; empty if there is nothing of the kind
   */
  static Map<String, List<String>> arguments(JsonNode root) {
    return lists(root.path("arguments"));
  }

  /**
   * This run as the continuation of {@code before}, whose first weights are those of the whole run.
   *
   * @param notes on the images, as which files were left out: that may be why they are others
   * @throws ButcherblockException if it is of another network, or has other patches, another seed,
   *     another degradation or other images
   */
  RunDescription after(RunDescription before, Path folder, List<String> notes) {
    WeightsInfo trained = WeightsInfo.of(before.network());
    WeightsInfo wanted = WeightsInfo.of(network);
    Map<String, String> begun = trained.namesAndSizes();
    Map<String, String> asked = wanted.namesAndSizes();
    if (!begun.equals(asked)) {
      throw ButcherblockException.of(
          "The run in %s was begun with %s, not %s; give the same network and size, or another %s.",
          folder, differing(begun, asked), differing(asked, begun), Setting.OUTPUT);
    }
    for (String name : TrainingOptions.FIXED) {
      String begunWith = before.fixed(name);
      if (!fixed(name).equals(begunWith)) {
        throw ButcherblockException.of(
            "The run in %s was begun with %s, not %s; give the same, or another %s.",
            folder, SETTINGS.get(name).of(begunWith), fixed(name), Setting.OUTPUT);
      }
    }
    before.images.forEach((name, begunWith) -> checkImages(name, begunWith, folder, notes));
    Map<String, String> both = new LinkedHashMap<>(before.origin());
    both.putAll(origin);
    return new RunDescription(network, training, both, images, arguments);
  }

  /** What is another in {@code other}, such as {@code blocks 4, channels 16}. */
  private static String differing(Map<String, String> these, Map<String, String> other) {
    return Stream.concat(these.keySet().stream(), other.keySet().stream())
        .distinct()
        .filter(name -> !Objects.equals(these.get(name), other.get(name)))
        .map(
            name ->
                these.containsKey(name)
                    ? name.replace('_', ' ') + " " + these.get(name)
                    : "no " + name)
        .collect(Collectors.joining(", "));
  }

  /** Other patches would be drawn from others, and PSNR of others be compared. */
  private void checkImages(String name, String begunWith, Path folder, List<String> notes) {
    String now = images.getOrDefault(name, begunWith);
    if (!now.equals(begunWith)) {
      throw ButcherblockException.of(
          "The run in %s was begun with other %s (%s), or in another order, than those given now"
              + " (%s); give the same, or another %s.%s",
          folder,
          ImagesDigest.NAMES.getOrDefault(name, name),
          begunWith,
          now,
          Setting.OUTPUT,
          notes.stream().map(note -> " " + note).collect(Collectors.joining()));
    }
  }

  private String fixed(String name) {
    return training.getOrDefault(name, UNSAID.get(name));
  }

  void write(Path folder) {
    Json.write(folder.resolve(FILE), this);
  }

  /** The options with where they come from, for the log. */
  Map<String, Object> record(long step) {
    Map<String, Object> record = new LinkedHashMap<>();
    record.put("step", step);
    record.putAll(origin);
    record.putAll(training);
    return record;
  }

  private static Map<String, String> asMap(JsonNode object) {
    Map<String, String> map = new LinkedHashMap<>();
    object.properties().forEach(field -> map.put(field.getKey(), field.getValue().asText()));
    return map;
  }

  private static Map<String, List<String>> lists(JsonNode object) {
    Map<String, List<String>> map = new LinkedHashMap<>();
    object
        .properties()
        .forEach(
            field -> {
              List<String> values = new ArrayList<>();
              field.getValue().forEach(value -> values.add(value.asText()));
              map.put(field.getKey(), values);
            });
    return map;
  }
}
