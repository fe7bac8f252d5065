package io.butcherblock.degrade;

import java.util.random.RandomGenerator;

/**
 * The functions that programs weight pixels with when they make an image smaller. Those that are
 * antialiased are stretched by the scale.
 */
enum DownscalingKernel {
  /** Keys with a = -1/2, antialiased: MATLAB, Pillow. */
  BICUBIC(2, true, 70),
  /** Keys with a = -3/4, antialiased: browsers, some editors. */
  BICUBIC_SHARP(2, true, 6),
  /** A triangle, antialiased: Pillow. */
  BILINEAR(1, true, 6),
  /** The mean of what a pixel covers: OpenCV's area, cameras that add up pixels. */
  BOX(0.5, true, 6),
  /** Three lobes, antialiased: ImageMagick, Pillow. */
  LANCZOS(3, true, 8),
  /** Keys with a = -3/4, not antialiased: OpenCV, PyTorch. */
  BICUBIC_ALIASED(2, false, 2),
  /** A triangle, not antialiased: OpenCV, PyTorch. */
  BILINEAR_ALIASED(1, false, 2);

  private final double support;
  private final boolean antialiased;
  private final int percent;

  DownscalingKernel(double support, boolean antialiased, int percent) {
    this.support = support;
    this.antialiased = antialiased;
    this.percent = percent;
  }

  /** Draws a kernel, the more frequent ones more often. */
  static DownscalingKernel drawn(RandomGenerator random) {
    int left = random.nextInt(100);
    for (DownscalingKernel kernel : values()) {
      left -= kernel.percent;
      if (left < 0) {
        return kernel;
      }
    }
    throw new AssertionError("Frequencies do not sum to 100.");
  }

  /** How far from the middle of a new pixel old ones count, in pixels of the original. */
  double reach(int scale) {
    return antialiased ? support * scale : support;
  }

  /** The weight, not normalized, of a pixel of the original at a distance from the middle. */
  double weight(double distance, int scale) {
    double x = Math.abs(antialiased ? distance / scale : distance);
    return switch (this) {
      case BICUBIC -> keys(x, -0.5);
      case BICUBIC_SHARP, BICUBIC_ALIASED -> keys(x, -0.75);
      case BILINEAR, BILINEAR_ALIASED -> Math.max(0, 1 - x);
      case BOX -> x < 0.5 ? 1 : 0;
      case LANCZOS -> x < 3 ? sinc(x) * sinc(x / 3) : 0;
    };
  }

  private static double keys(double x, double a) {
    if (x <= 1) {
      return ((a + 2) * x - (a + 3)) * x * x + 1;
    }
    return x < 2 ? ((a * x - 5 * a) * x + 8 * a) * x - 4 * a : 0;
  }

  private static double sinc(double x) {
    return x == 0 ? 1 : StrictMath.sin(Math.PI * x) / (Math.PI * x);
  }
}
