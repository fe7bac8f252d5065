package io.butcherblock.synthetic;

import io.butcherblock.patches.SplitMix64;

/**
 * What a leaf looks like: a color, a pattern towards another color, and light that falls off along
 * it.
 *
 * @param color red, green, blue, about 0..1
 * @param towards what the pattern adds where it is 1, and takes away where it is -1
 * @param lightU how much lighter it becomes with each pixel along u
 * @param lightV the same along v
 */
// Arrays in a record: never compared, never handed out of the generator.
@SuppressWarnings("ArrayRecordComponent")
record LeafFill(
    double[] color, double[] towards, LeafTexture texture, double lightU, double lightV) {

  /** A fill of random pattern and light for a leaf of about {@code radius} pixels. */
  static LeafFill random(LeafPalette palette, double radius, SplitMix64 random) {
    double[] color = palette.draw();
    double[] other = palette.draw();
    double strength = random.uniform(0.05, 0.5);
    double[] towards = new double[3];
    double lighter = random.uniform(-0.25, 0.25);
    for (int c = 0; c < 3; c++) {
      towards[c] = strength * (0.4 * (other[c] - color[c]) + lighter);
    }
    double light = random.uniform(0, 0.2) / Math.max(radius, 8);
    double direction = random.uniform(-1, 1);
    return new LeafFill(
        color,
        towards,
        texture(random),
        light * direction,
        light * Math.sqrt(1 - direction * direction));
  }

  private static LeafTexture texture(SplitMix64 random) {
    double kind = random.nextDouble();
    // Wavelengths from 3 to about 30 pixels, each octave equally likely.
    double wavelength = 3 * StrictMath.pow(10, random.nextDouble());
    if (kind < 0.3) {
      return LeafTexture.plain();
    }
    if (kind < 0.45) {
      return LeafTexture.stripes(wavelength, random.nextDouble());
    }
    if (kind < 0.52) {
      return LeafTexture.checks(1.5 * wavelength, random.nextDouble());
    }
    return LeafTexture.noise(1.5 * wavelength, 1 + 3 * random.nextInt(2), random.nextLong());
  }

  /** Writes the color at a place of the leaf, 0..1, to {@code rgb}. */
  void at(double u, double v, double[] rgb) {
    double pattern = texture.at(u, v);
    double light = lightU * u + lightV * v;
    for (int c = 0; c < 3; c++) {
      rgb[c] = Math.max(0, Math.min(1, color[c] + pattern * towards[c] + light));
    }
  }
}
