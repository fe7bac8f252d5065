package io.butcherblock.ablation;

import io.butcherblock.data.DecodedPair;
import io.butcherblock.data.ImagePair;
import io.butcherblock.degrade.JpegCompression;
import io.butcherblock.error.ButcherblockException;
import io.butcherblock.evaluate.Evaluator;
import io.butcherblock.image.BicubicResize;
import io.butcherblock.image.Image;
import io.butcherblock.metrics.ImageQuality;
import io.butcherblock.metrics.Protocol;
import io.butcherblock.metrics.PsnrSsim;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Images that are not trained on.
 *
 * @param bicubic the mean of bicubic enlargement, to compare with
 */
public record TestSet(String name, List<ImagePair> pairs, PsnrSsim bicubic) {

  /**
   * Enlarges every image by bicubic, so that one that cannot be read or compared is told before
   * hours of training.
   *
   * @throws ButcherblockException if there is one
   */
  static TestSet of(String name, List<ImagePair> pairs, int scale) {
    List<PsnrSsim> qualities = new ArrayList<>();
    for (ImagePair pair : pairs) {
      try {
        qualities.add(bicubic(pair.load(), scale));
      } catch (ButcherblockException e) {
        throw e.within("The image %s of %s cannot be tested on".formatted(pair.name(), name));
      }
    }
    return new TestSet(name, List.copyOf(pairs), PsnrSsim.mean(qualities));
  }

  /** This set with its low-resolution images put through JPEG, which its name then says. */
  TestSet compressed(JpegCompression jpeg, int scale) {
    return of(
        "%s (JPEG %s)".formatted(name, jpeg.quality()),
        pairs.stream().map(jpeg::apply).toList(),
        scale);
  }

  private static PsnrSsim bicubic(DecodedPair pair, int scale) {
    Image large = BicubicResize.upscale(pair.lr().toRgb(), scale);
    return ImageQuality.compare(large, pair.hr(), Protocol.benchmark(scale));
  }

  /**
   * The mean of a network.
   *
   * @param stop asked after each tile of an image whether to give up
   * @return empty if so
   */
  Optional<PsnrSsim> evaluate(Evaluator evaluator, BooleanSupplier stop) {
    List<PsnrSsim> qualities = new ArrayList<>();
    for (ImagePair pair : pairs) {
      if (stop.getAsBoolean()) {
        return Optional.empty();
      }
      Optional<PsnrSsim> quality = evaluator.mean(List.of(pair.load()), stop);
      if (quality.isEmpty()) {
        return Optional.empty();
      }
      qualities.add(quality.get());
    }
    return Optional.of(PsnrSsim.mean(qualities));
  }
}
