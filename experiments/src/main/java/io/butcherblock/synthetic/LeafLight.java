package io.butcherblock.synthetic;

import io.butcherblock.patches.SplitMix64;

/**
 * How much light falls on a place of a leaf: from one side, and less on what bends away.
 *
 * @param slopeU how much lighter it becomes with each pixel along u
 * @param slopeV the same along v
 * @param bowU how much darker it becomes with the square of u
 * @param bowV the same with the square of v
 */
record LeafLight(double slopeU, double slopeV, double bowU, double bowV) {

  /** The same everywhere. */
  static final LeafLight EVEN = new LeafLight(0, 0, 0, 0);

  /** A flat leaf, a cylinder or a ball of about {@code radius} pixels, lit from a random side. */
  static LeafLight random(double radius, SplitMix64 random) {
    double size = Math.max(radius, 6);
    double light = random.uniform(0, 0.5) / size;
    double direction = 2 * Math.PI * random.nextDouble();
    double bow = random.uniform(0, 0.6) / (size * size);
    int bent = random.nextInt(4);
    return new LeafLight(
        light * StrictMath.cos(direction),
        light * StrictMath.sin(direction),
        bent == 3 ? bow : 0,
        bent >= 2 ? bow : 0);
  }

  /** By how much a color is multiplied at a place, 0.2..2. */
  double at(double u, double v) {
    double light = 1 + slopeU * u + slopeV * v - bowU * u * u - bowV * v * v;
    return Math.max(0.2, Math.min(2, light));
  }
}
