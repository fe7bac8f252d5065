package io.butcherblock.ablation;

import io.butcherblock.data.BicubicResize;
import io.butcherblock.data.Image;
import io.butcherblock.data.ImagePair;
import io.butcherblock.data.LoadedPair;
import io.butcherblock.error.UserError;
import io.butcherblock.evaluate.Evaluator;
import io.butcherblock.metrics.ImageQuality;
import io.butcherblock.metrics.Protocol;
import io.butcherblock.metrics.Quality;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Images that are not trained on.
 *
 * @param bicubic the mean of bicubic enlargement, to compare with
 */
public record TestSet(String name, List<ImagePair> pairs, Quality bicubic) {

  /**
   * Enlarges every image by bicubic, so that one that can not be read or compared is told before
   * hours of training.
   *
   * @throws UserError if there is one
   */
  static TestSet of(String name, List<ImagePair> pairs, int scale) {
    List<Quality> qualities = new ArrayList<>();
    for (ImagePair pair : pairs) {
      try {
        qualities.add(bicubic(pair.load(), scale));
      } catch (UserError e) {
        throw new UserError(
            "The image %s of %s can not be tested on: %s"
                .formatted(pair.name(), name, e.getMessage()),
            e);
      }
    }
    return new TestSet(name, List.copyOf(pairs), Quality.mean(qualities));
  }

  private static Quality bicubic(LoadedPair pair, int scale) {
    Image large = BicubicResize.upscale(pair.lr().toRgb(), scale);
    return ImageQuality.compare(large, pair.hr(), Protocol.benchmark(scale));
  }

  /**
   * The mean of a network.
   *
   * @param stop asked before each image whether to give up
   * @return empty if so
   */
  Optional<Quality> evaluate(Evaluator evaluator, BooleanSupplier stop) {
    List<Quality> qualities = new ArrayList<>();
    for (ImagePair pair : pairs) {
      if (stop.getAsBoolean()) {
        return Optional.empty();
      }
      qualities.add(evaluator.mean(List.of(pair.load())));
    }
    return Optional.of(Quality.mean(qualities));
  }
}
