package io.butcherblock.synthetic;

/**
 * A pattern on a leaf, about -1..1, in the leaf's own coordinates.
 *
 * <p>No pattern changes much faster than its pixels can show: transitions of stripes are at least a
 * pixel wide, and noise has no grain finer than about a pixel.
 */
@FunctionalInterface
interface LeafTexture {

  double at(double u, double v);

  static LeafTexture plain() {
    return (u, v) -> 0;
  }

  /** Stripes across u; {@code hardness} 0 is a soft wave, 1 has edges one pixel wide. */
  static LeafTexture stripes(double wavelength, double hardness) {
    double gain = gain(wavelength, hardness);
    return (u, v) -> wave(u / wavelength, gain);
  }

  static LeafTexture checks(double wavelength, double hardness) {
    double gain = gain(wavelength, hardness);
    return (u, v) -> wave(u / wavelength, gain) * wave(v / wavelength, gain);
  }

  /** Dark joints around bricks, each row half a brick beside the one above. */
  static LeafTexture bricks(double width, double height, double joint) {
    return (u, v) -> {
      double row = Math.floor(v / height);
      double x = u / width + 0.5 * (row - 2 * Math.floor(row / 2));
      double fromSide = width * (0.5 - Math.abs(x - Math.floor(x) - 0.5));
      double fromTop = height * (0.5 - Math.abs(v / height - row - 0.5));
      double inside = Math.min(fromSide, fromTop) - joint;
      return Math.max(-1, Math.min(1, 2 * inside));
    };
  }

  /** Round spots on a square lattice. */
  static LeafTexture dots(double spacing, double radius) {
    return (u, v) -> {
      double x = u / spacing - Math.floor(u / spacing) - 0.5;
      double y = v / spacing - Math.floor(v / spacing) - 0.5;
      double inside = radius - spacing * Math.sqrt(x * x + y * y);
      return Math.max(-1, Math.min(1, 2 * inside));
    };
  }

  /** Only two values where {@code gain} is large: spots of a fur, lichen, clouds. */
  default LeafTexture hardened(double gain, double above) {
    return (u, v) -> Math.max(-1, Math.min(1, gain * (at(u, v) - above)));
  }

  /** Strong only in places, which {@code mask} says. */
  default LeafTexture where(LeafTexture mask) {
    return (u, v) -> at(u, v) * Math.max(0, Math.min(1, 0.5 + 1.5 * mask.at(u, v)));
  }

  default LeafTexture plus(LeafTexture other, double share) {
    return (u, v) -> at(u, v) + share * other.at(u, v);
  }

  /** Pushed about by noise of this grain, by up to about {@code far} pixels. */
  default LeafTexture bent(double grain, double far, long seed) {
    return (u, v) -> {
      double du = far * ValueNoise.at(u / grain, v / grain, seed);
      double dv = far * ValueNoise.at(u / grain, v / grain, ~seed);
      return at(u + du, v + dv);
    };
  }

  /**
   * Seen aslant: one side of the leaf is nearer than the other.
   *
   * @param radius of the leaf
   * @param tilt below 1; the scale at the far side is 1 + tilt, at the near side 1 - tilt
   */
  default LeafTexture aslant(double radius, double tilt) {
    return (u, v) -> {
      double scale = 1 + tilt * Math.max(-1, Math.min(1, v / radius));
      return at(u * scale, v * (1 + 0.5 * (scale - 1)));
    };
  }

  private static double gain(double wavelength, double hardness) {
    return 1 + hardness * Math.max(0, wavelength / 4 - 1);
  }

  /** A periodic wave of period 1: a triangle, rounded at its tips, or steeper by {@code gain}. */
  private static double wave(double phase, double gain) {
    double triangle = 4 * Math.abs(phase - Math.floor(phase) - 0.5) - 1;
    double clipped = Math.max(-1, Math.min(1, gain * triangle));
    return 0.5 * clipped * (3 - clipped * clipped);
  }
}
