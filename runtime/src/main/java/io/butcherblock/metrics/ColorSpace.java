package io.butcherblock.metrics;

/** What of two images is compared. */
public enum ColorSpace {
  /**
   * Luminance Y = 16 + 65.481 R + 128.553 G + 24.966 B with R, G, B in 0..1 (ITU-R BT.601, as
   * MATLAB's {@code rgb2ycbcr}), 16..235, not rounded.
   */
  Y,
  /** Red, green and blue, each sample counting the same. */
  RGB
}
