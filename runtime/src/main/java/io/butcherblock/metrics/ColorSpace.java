package io.butcherblock.metrics;

/** Which samples of two images are compared. */
public enum ColorSpace {
  /**
   * Luminance Y = 16 + 65.481 R + 128.553 G + 24.966 B with R, G, B in 0..1 (ITU-R BT.601, as
   * MATLAB's {@code rgb2ycbcr}), 16..235, not rounded.
   */
  Y,
  /** The samples of red, green and blue, each with the same weight. */
  RGB
}
