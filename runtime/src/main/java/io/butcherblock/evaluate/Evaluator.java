package io.butcherblock.evaluate;

import io.butcherblock.data.BicubicResize;
import io.butcherblock.data.DecodedPair;
import io.butcherblock.data.Image;
import io.butcherblock.data.ImagePair;
import io.butcherblock.metrics.ImageQuality;
import io.butcherblock.metrics.Protocol;
import io.butcherblock.metrics.PsnrSsim;
import io.butcherblock.upscale.Upscaler;
import java.util.ArrayList;
import java.util.List;

/** Compares what a network makes of LR images with the originals. */
public final class Evaluator {

  /** Told of each image that is done. */
  @FunctionalInterface
  public interface Listener {
    void imageDone(EvaluatedImage image, int done, int all);
  }

  private final Upscaler upscaler;
  private final Protocol protocol;

  public Evaluator(Upscaler upscaler, Protocol protocol) {
    this.upscaler = upscaler;
    this.protocol = protocol;
  }

  /** The figures of each image, in the order of {@code pairs}. */
  public List<EvaluatedImage> evaluate(List<ImagePair> pairs, Listener listener) {
    List<EvaluatedImage> images = new ArrayList<>();
    for (ImagePair pair : pairs) {
      DecodedPair loaded = pair.load();
      PsnrSsim bicubic = bicubic(loaded);
      EvaluatedImage image =
          new EvaluatedImage(pair.name(), network(loaded, (done, all) -> {}), bicubic);
      images.add(image);
      listener.imageDone(image, images.size(), pairs.size());
    }
    return images;
  }

  /** The network's mean over {@code pairs}. */
  public PsnrSsim mean(List<DecodedPair> pairs) {
    return PsnrSsim.mean(pairs.stream().map(pair -> network(pair, (done, all) -> {})).toList());
  }

  /**
   * The figures of bicubic enlargement.
   *
   * @throws io.butcherblock.error.ButcherblockException if the image is too small for the protocol;
   *     the network's figures are then not to be had either
   */
  public PsnrSsim bicubic(DecodedPair pair) {
    Image large = BicubicResize.upscale(stacked(pair.lr()), upscaler.scale());
    return ImageQuality.compare(large, pair.hr(), protocol);
  }

  /** The figures of the network's output; {@code tiles} is told while it is made. */
  public PsnrSsim network(DecodedPair pair, Upscaler.Listener tiles) {
    return ImageQuality.compare(upscaler.upscale(stacked(pair.lr()), tiles), pair.hr(), protocol);
  }

  /** Grey images are stacked to RGB before both ways of enlarging, as the networks take them. */
  private static Image stacked(Image lr) {
    return lr.toRgb();
  }
}
