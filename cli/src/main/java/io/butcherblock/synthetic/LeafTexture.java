package io.butcherblock.synthetic;

/**
 * A pattern on a leaf, -1..1, in the leaf's own coordinates.
 *
 * <p>No pattern changes faster than its pixels can show: transitions of stripes and checks are at
 * least a pixel wide, and noise has no grain finer than 1.5 pixels.
 */
@FunctionalInterface
interface LeafTexture {

  double at(double u, double v);

  static LeafTexture plain() {
    return (u, v) -> 0;
  }

  /** Stripes across u; {@code hardness} 0 is a soft wave, 1 has edges one pixel wide. */
  static LeafTexture stripes(double wavelength, double hardness) {
    double gain = 1 + hardness * Math.max(0, wavelength / 4 - 1);
    return (u, v) -> wave(u / wavelength, gain);
  }

  static LeafTexture checks(double wavelength, double hardness) {
    double gain = 1 + hardness * Math.max(0, wavelength / 4 - 1);
    return (u, v) -> wave(u / wavelength, gain) * wave(v / wavelength, gain);
  }

  /**
   * Value noise of several octaves, each half as strong and half as wide as the one before.
   *
   * @param grain the width of the first octave in pixels
   * @param stretch how many times longer than wide its grains are
   */
  static LeafTexture noise(double grain, double stretch, long seed) {
    return (u, v) -> {
      double sum = 0;
      double strength = 0.6;
      for (double size = grain; size >= 1.5 && strength > 0.05; size /= 2, strength /= 2) {
        sum += strength * ValueNoise.at(u / size, v / (size * stretch), seed + (long) (size * 16));
      }
      return Math.max(-1, Math.min(1, 1.4 * sum));
    };
  }

  /** A periodic wave of period 1: a triangle, rounded at its tips, or steeper by {@code gain}. */
  private static double wave(double phase, double gain) {
    double triangle = 4 * Math.abs(phase - Math.floor(phase) - 0.5) - 1;
    double clipped = Math.max(-1, Math.min(1, gain * triangle));
    return 0.5 * clipped * (3 - clipped * clipped);
  }
}
