package io.butcherblock.cli;

import io.butcherblock.checkpoint.WeightsInfo;
import io.butcherblock.error.ButcherblockException;
import io.butcherblock.models.Model;
import io.butcherblock.models.ModelCatalogue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Names of the trained weights that come along, where something else was expected. */
final class ModelNames {

  private ModelNames() {}

  /** The weights of a name; empty if there are none. */
  static Optional<Model> find(String name) {
    return Optional.ofNullable(ModelCatalogue.onClassPath().models().get(name));
  }

  /** The network of the weights of a name; empty if there are none. */
  static Optional<String> network(String name) {
    return find(name).flatMap(model -> WeightsInfo.read(model).network());
  }

  /** The options of {@code upscale} that choose weights. */
  static String options(Model model) {
    return "--model %s --scale %d".formatted(model.kind(), model.scale());
  }

  /**
   * Refuses the name of weights where an image is expected.
   *
   * @throws ButcherblockException if there is no such file, but weights of that name
   */
  static void refuseAsImage(Path image) {
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
