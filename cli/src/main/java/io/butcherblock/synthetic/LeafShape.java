package io.butcherblock.synthetic;

import io.butcherblock.patches.SplitMix64;

/** The outline of a leaf around the origin, as a distance. */
@FunctionalInterface
interface LeafShape {

  /** How far (u, v) lies outside, in pixels; negative inside. Near the outline it is exact. */
  double distance(double u, double v);

  static LeafShape disc(double radius) {
    return (u, v) -> Math.sqrt(u * u + v * v) - radius;
  }

  /** An ellipse with half axes {@code a} and {@code b}, its distance to first order. */
  static LeafShape ellipse(double a, double b) {
    return (u, v) -> {
      double level = Math.sqrt(u * u / (a * a) + v * v / (b * b));
      double slope = Math.sqrt(u * u / (a * a * a * a) + v * v / (b * b * b * b));
      return slope == 0 ? -Math.min(a, b) : level * (level - 1) / slope;
    };
  }

  /** A bar of length 2 {@code a} and width 2 {@code b}. */
  static LeafShape bar(double a, double b) {
    return (u, v) -> {
      double du = Math.abs(u) - a;
      double dv = Math.abs(v) - b;
      return du > 0 && dv > 0 ? Math.sqrt(du * du + dv * dv) : Math.max(du, dv);
    };
  }

  /** A convex polygon around a disc: its sides touch circles of 0.6 to 1 times {@code radius}. */
  static LeafShape polygon(double radius, SplitMix64 random) {
    int sides = 3 + random.nextInt(5);
    double[] normalU = new double[sides];
    double[] normalV = new double[sides];
    double[] height = new double[sides];
    for (int i = 0; i < sides; i++) {
      double angle = 2 * Math.PI * (i + random.uniform(-0.3, 0.3)) / sides;
      normalU[i] = StrictMath.cos(angle);
      normalV[i] = StrictMath.sin(angle);
      height[i] = radius * random.uniform(0.6, 1);
    }
    return (u, v) -> {
      double distance = Double.NEGATIVE_INFINITY;
      for (int i = 0; i < sides; i++) {
        distance = Math.max(distance, normalU[i] * u + normalV[i] * v - height[i]);
      }
      return distance;
    };
  }
}
