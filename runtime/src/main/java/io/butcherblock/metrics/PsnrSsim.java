package io.butcherblock.metrics;

import java.util.Collection;

/**
 * How close an image is to its original.
 *
 * @param psnr peak signal-to-noise ratio in dB; positive infinity for equal images
 * @param ssim structural similarity, at most 1, which equal images have
 */
public record PsnrSsim(double psnr, double ssim) {

  /**
   * The mean PSNR and the mean SSIM, as papers give them for a set of images.
   *
   * @param qualities if empty, both means are NaN; an infinite PSNR makes the mean PSNR infinite
   */
  public static PsnrSsim mean(Collection<PsnrSsim> qualities) {
    return new PsnrSsim(
        qualities.stream().mapToDouble(PsnrSsim::psnr).average().orElse(Double.NaN),
        qualities.stream().mapToDouble(PsnrSsim::ssim).average().orElse(Double.NaN));
  }
}
