package io.butcherblock.synthetic;

import io.butcherblock.patches.SplitMix64;

/** Smooth noise: random values at whole coordinates, blended in between by 3 t^2 - 2 t^3. */
final class ValueNoise {

  private ValueNoise() {}

  /** The noise at a place, -1..1; another {@code seed} is another noise. */
  static double at(double x, double y, long seed) {
    double left = Math.floor(x);
    double top = Math.floor(y);
    double fx = ease(x - left);
    double fy = ease(y - top);
    long i = (long) left;
    long j = (long) top;
    double above = blend(lattice(i, j, seed), lattice(i + 1, j, seed), fx);
    double below = blend(lattice(i, j + 1, seed), lattice(i + 1, j + 1, seed), fx);
    return blend(above, below, fy);
  }

  private static double ease(double t) {
    return t * t * (3 - 2 * t);
  }

  private static double blend(double a, double b, double t) {
    return a + (b - a) * t;
  }

  private static double lattice(long i, long j, long seed) {
    long z = i * 0x9e3779b97f4a7c15L + j * 0xc2b2ae3d27d4eb4fL + seed * 0x165667b19e3779f9L;
    return (SplitMix64.mix(z) >> 11) * 0x1p-52;
  }
}
