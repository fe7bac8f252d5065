package io.butcherblock.synthetic;

import io.butcherblock.patches.SplitMix64;

/** A smooth outline with bays: the radius is a Fourier series of the angle. */
final class Blob implements LeafShape {

  private static final int WAVES = 6;

  private final double radius;
  private final double[] cos = new double[WAVES];
  private final double[] sin = new double[WAVES];

  private Blob(double radius) {
    this.radius = radius;
  }

  /**
   * A random blob.
   *
   * @param radius its mean radius
   * @param bays how deep its bays are: 0 is a disc, 1 has bays of about half the radius
   */
  static Blob random(double radius, double bays, SplitMix64 random) {
    Blob blob = new Blob(radius);
    for (int i = 0; i < WAVES; i++) {
      double deepest = 0.4 * bays / (i + 1.5);
      blob.cos[i] = random.uniform(-deepest, deepest);
      blob.sin[i] = random.uniform(-deepest, deepest);
    }
    return blob;
  }

  @Override
  public double distance(double u, double v) {
    double away = Math.sqrt(u * u + v * v);
    if (away == 0) {
      return -0.5 * radius;
    }
    double c1 = u / away;
    double s1 = v / away;
    double c = c1;
    double s = s1;
    double edge = 1;
    double slope = 0;
    for (int i = 0; i < WAVES; i++) {
      // The addition theorem: from the angle times i + 1 to the angle times i + 2.
      double next = c * c1 - s * s1;
      s = s * c1 + c * s1;
      c = next;
      edge += cos[i] * c + sin[i] * s;
      slope += (i + 2) * (sin[i] * c - cos[i] * s);
    }
    return (away - radius * edge) / Math.sqrt(1 + slope * slope);
  }

  @Override
  public double halfLength() {
    return 1.9 * radius;
  }

  @Override
  public double halfWidth() {
    return 1.9 * radius;
  }
}
