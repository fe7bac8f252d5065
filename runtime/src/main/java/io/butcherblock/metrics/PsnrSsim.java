package io.butcherblock.metrics;

import java.util.Collection;

/**
 * How near an image is to its original.
 *
 * @param psnr peak signal-to-noise ratio in dB; positive infinity for equal images
 * @param ssim structural similarity, at most 1, which equal images have
 */
public record PsnrSsim(double psnr, double ssim) {

  /**
   * The mean of each figure, as papers give it for a set of images; NaN for no image, and an
   * infinite PSNR makes the mean infinite.
   */
  public static PsnrSsim mean(Collection<PsnrSsim> qualities) {
    return new PsnrSsim(
        qualities.stream().mapToDouble(PsnrSsim::psnr).average().orElse(Double.NaN),
        qualities.stream().mapToDouble(PsnrSsim::ssim).average().orElse(Double.NaN));
  }
}
