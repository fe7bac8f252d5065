package io.butcherblock.synthetic;

import io.butcherblock.patches.SplitMix64;

/**
 * The colors of one synthetic image: a few that its leaves share, with little chroma about a common
 * cast, as the colors of a photograph lie together.
 */
final class LeafPalette {

  private final double[][] colors;
  private final SplitMix64 random;

  LeafPalette(SplitMix64 random) {
    this.random = random;
    double castBlue = normal() * 0.04;
    double castRed = normal() * 0.04;
    double chroma = random.uniform(0.01, 0.09);
    colors = new double[3 + random.nextInt(6)][];
    for (int i = 0; i < colors.length; i++) {
      colors[i] =
          rgb(
              random.uniform(0.04, 0.96),
              castBlue + chroma * normal(),
              castRed + chroma * normal());
    }
  }

  /** One of the colors, slightly changed: red, green and blue, about 0..1. */
  double[] draw() {
    double[] color = colors[random.nextInt(colors.length)].clone();
    double lighter = 0.06 * normal();
    for (int c = 0; c < 3; c++) {
      color[c] += lighter + 0.02 * normal();
    }
    return color;
  }

  /** About normal, standard deviation 1: the sum of three uniform numbers. */
  private double normal() {
    return 2 * (random.nextDouble() + random.nextDouble() + random.nextDouble()) - 3;
  }

  /** Luminance and color differences to RGB (ITU-R BT.601). */
  private static double[] rgb(double y, double cb, double cr) {
    return new double[] {y + 1.402 * cr, y - 0.344 * cb - 0.714 * cr, y + 1.772 * cb};
  }
}
