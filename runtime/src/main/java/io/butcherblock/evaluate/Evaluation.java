package io.butcherblock.evaluate;

import io.butcherblock.metrics.Protocol;
import io.butcherblock.metrics.PsnrSsim;
import java.util.List;

/**
 * PSNR and SSIM of a network on a data set.
 *
 * @param network the network's name
 * @param scale the enlargement: 2, 3 or 4
 * @param dataSet the name of the data set
 * @param protocol which samples were compared
 * @param selfEnsemble whether the output was averaged over the eight symmetries of the square
 * @param images the images, at least one
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

  /** The mean PSNR and SSIM of the network's outputs over all images. */
  public PsnrSsim mean() {
    return PsnrSsim.mean(images.stream().map(EvaluatedImage::network).toList());
  }

  /** The mean PSNR and SSIM of bicubic enlargement over all images. */
  public PsnrSsim bicubicMean() {
    return PsnrSsim.mean(images.stream().map(EvaluatedImage::bicubic).toList());
  }
}
