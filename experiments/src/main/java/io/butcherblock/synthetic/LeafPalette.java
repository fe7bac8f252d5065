package io.butcherblock.synthetic;

import io.butcherblock.patches.SplitMix64;

/**
 * The colors of one synthetic image: a few that its leaves share, with little chroma about a common
 * cast, as the colors of a photograph lie together. Chroma varies more between blue and yellow than
 * between red and green, and leaves near each other have like colors.
 */
final class LeafPalette {

  private final double[][] colors;
  private final SplitMix64 random;
  private final boolean natural;
  private final double patch;
  private final long places;

  /**
   * A palette.
   *
   * @param side of the image in pixels, its larger one
   * @param natural as in photographs; otherwise chroma is alike in all directions, and colors know
   *     nothing of their places
   */
  LeafPalette(int side, boolean natural, SplitMix64 random) {
    this.random = random;
    this.natural = natural;
    patch = side * random.uniform(0.15, 0.5);
    places = random.nextLong();
    double[] cast = {normal() * 0.04, normal() * 0.04};
    double chroma = random.uniform(0.01, 0.09);
    // Some photographs are dark, some are flat.
    double contrast = natural ? random.uniform(0.7, 1) : 1;
    double least = random.uniform(0, 1 - contrast);
    int n = natural ? 4 + random.nextInt(8) : 3 + random.nextInt(6);
    colors = new double[n][];
    for (int i = 0; i < n; i++) {
      // In order of luminance, so that neighbors in the list are like each other.
      double level = (natural ? i + random.nextDouble() : random.nextDouble() * n) / n;
      double luminance = 0.04 + 0.92 * (least + contrast * level);
      colors[i] =
          natural
              ? opponent(luminance, cast[0], cast[1], 1.3 * chroma)
              : rgb(luminance, cast[0] + chroma * normal(), cast[1] + chroma * normal());
    }
  }

  /** One of the colors for a leaf at a place, slightly changed: red, green, blue, about 0..1. */
  double[] draw(double x, double y) {
    int which = random.nextInt(colors.length);
    if (natural && random.nextInt(2) == 0) {
      double here = 0.5 + 0.7 * ValueNoise.at(x / patch, y / patch, places);
      int local = (int) (here * colors.length) + random.nextInt(2);
      which = Math.max(0, Math.min(colors.length - 1, local));
    }
    return near(colors[which], 0.05, 0.02);
  }

  /** A color like another one. */
  double[] near(double[] color, double luminance, double chroma) {
    double[] changed = color.clone();
    double lighter = luminance * normal();
    for (int c = 0; c < 3; c++) {
      changed[c] += lighter + chroma * normal();
    }
    return changed;
  }

  /** Most colors are pale and a few are vivid; the dark ones have less chroma. */
  private double[] opponent(double luminance, double castBlue, double castRed, double chroma) {
    double vivid = random.nextInt(6) == 0 ? 2.5 : 0.8;
    double room = Math.min(1, 3 * luminance);
    double blue = castBlue + vivid * chroma * normal();
    double red = castRed - 0.5 * blue + 0.5 * vivid * chroma * normal();
    return rgb(luminance, room * blue, room * red);
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
