package io.butcherblock.synthetic;

/**
 * What a leaf looks like: a color, a pattern towards another color, and light that falls off along
 * it.
 *
 * @param color red, green, blue, about 0..1
 * @param towards what the pattern adds where it is 1, and takes away where it is -1
 */
// Arrays in a record: never compared, never handed out of the generator.
@SuppressWarnings("ArrayRecordComponent")
record LeafFill(double[] color, double[] towards, LeafTexture texture, LeafLight light) {

  /** What a shadow adds. */
  static final LeafFill BLACK = plain(new double[3]);

  static LeafFill plain(double[] color) {
    return new LeafFill(color, new double[3], LeafTexture.plain(), LeafLight.EVEN);
  }

  /** The same pattern and light on another color. */
  LeafFill withColor(double[] other) {
    return new LeafFill(other, towards, texture, light);
  }

  /** Writes the color at a place of the leaf, 0..1, to {@code rgb}. */
  void at(double u, double v, double[] rgb) {
    double pattern = texture.at(u, v);
    double lit = light.at(u, v);
    for (int c = 0; c < 3; c++) {
      rgb[c] = Math.max(0, Math.min(1, lit * (color[c] + pattern * towards[c])));
    }
  }
}
