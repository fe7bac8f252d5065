package io.butcherblock.options;

import io.butcherblock.error.ButcherblockException;
import io.butcherblock.models.Model;
import io.butcherblock.models.ModelCatalogue;
import io.butcherblock.nn.Catalogue;
import io.butcherblock.weights.WeightsInfo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Names of the trained weights that come along, where something else was expected. */
public final class ModelNames {

  private ModelNames() {}

  /** The weights of a name; empty if there are none. */
  public static Optional<Model> find(String name) {
    return Optional.ofNullable(ModelCatalogue.onClassPath().models().get(name));
  }

  /**
   * The weights that a command without {@code --weights} works with.
   *
   * @param name as typed; null for none
   * @throws ParameterException if there is none
   * @throws ButcherblockException if there are no weights of that name
   */
  public static Model named(CommandLine command, String name) {
    if (name == null) {
      throw new ParameterException(
          command,
          "Which network is missing: give --weights FILE, or NETWORK, the name of trained weights");
    }
    return find(name)
        .orElseThrow(
            () ->
                new ButcherblockException(
                    MeantWeights.sentence(name).orElseGet(() -> unknown(name))));
  }

  private static String unknown(String name) {
    String none =
        Catalogue.onClassPath().networks().containsKey(name)
            ? "The network " + name + " has no trained weights of its own"
            : "There are no trained weights " + name;
    return "%s; give --weights FILE, or one of: %s."
        .formatted(none, String.join(", ", ModelCatalogue.onClassPath().models().keySet()));
  }

  /**
   * Refuses the name of weights where a file of weights is expected.
   *
   * @throws ButcherblockException if there is no such file, but weights of that name
   */
  public static void refuseAsFile(Path weights) {
    if (Files.notExists(weights) && find(weights.toString()).isPresent()) {
      throw new ButcherblockException(
          "There is no file %1$s; that is the name of trained weights: write %1$s without --weights."
              .formatted(weights));
    }
  }

  /** The network of the weights of a name; empty if there are none. */
  public static Optional<String> network(String name) {
    return find(name).flatMap(model -> WeightsInfo.read(model).network());
  }

  /** The options of {@code upscale} that choose weights. */
  static String options(Model model) {
    return "--model %s --scale %s".formatted(model.kind(), model.scale());
  }

  /**
   * Refuses the name of weights where a file to begin a training with is expected.
   *
   * @throws ButcherblockException if there is no such file, but weights of that name
   */
  public static void refuseAsStart(Path weights) {
    if (Files.notExists(weights) && find(weights.toString()).isPresent()) {
      throw new ButcherblockException(
          "There is no file %1$s; that is the name of trained weights: write them to one by %2$s"
              .formatted(
                  weights,
                  Suggestion.of(
                      "export %1$s --format safetensors --out %1$s.safetensors"
                          .formatted(weights))));
    }
  }

  /**
   * Refuses the name of weights where an image, or in {@code upscale} a file of weights, is
   * expected.
   *
   * @throws ButcherblockException if there is no such file, but weights of that name
   */
  public static void refuseAsImage(Path image) {
    if (Files.exists(image)) {
      return;
    }
    find(image.toString())
        .ifPresent(
            model -> {
              throw new ButcherblockException(
                  "There is no file %s; the trained weights of that name are chosen by options: %s"
                      .formatted(
                          image,
                          Suggestion.of("upscale PHOTO " + options(model) + " --out LARGE")));
            });
  }
}
