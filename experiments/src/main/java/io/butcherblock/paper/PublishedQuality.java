package io.butcherblock.paper;

import java.math.BigDecimal;

/**
 * A mean over a data set as printed.
 *
 * @param psnr in dB
 */
record PublishedQuality(BigDecimal psnr, BigDecimal ssim) {

  /** Such as {@code 38.02 / 0.9605}. */
  @Override
  public String toString() {
    return psnr.toPlainString() + " / " + ssim.toPlainString();
  }
}
