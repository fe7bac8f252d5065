package io.butcherblock.evaluate;

import io.butcherblock.metrics.Protocol;
import io.butcherblock.metrics.PsnrSsim;
import java.util.List;

/**
 * The figures of a network on a set of images.
 *
 * @param network the network's name
 * @param scale 2, 3 or 4
 * @param dataSet the name of the set
 * @param protocol what was compared
 * @param selfEnsemble whether the output was averaged over the eight symmetries
 * @param images at least one
 */
public record Evaluation(
    String network,
    int scale,
    String dataSet,
    Protocol protocol,
    boolean selfEnsemble,
    List<EvaluatedImage> images) {

  public Evaluation {
    images = List.copyOf(images);
  }

  /** The network's mean over the images. */
  public PsnrSsim mean() {
    return PsnrSsim.mean(images.stream().map(EvaluatedImage::network).toList());
  }

  /** Bicubic's mean over the images. */
  public PsnrSsim bicubicMean() {
    return PsnrSsim.mean(images.stream().map(EvaluatedImage::bicubic).toList());
  }
}
