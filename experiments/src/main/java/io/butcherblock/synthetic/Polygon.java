package io.butcherblock.synthetic;

import io.butcherblock.patches.SplitMix64;

/** A polygon that is seen whole from the origin: convex, or a star of uneven points. */
final class Polygon implements LeafShape {

  private final double[] u;
  private final double[] v;
  private final double radius;

  private Polygon(double[] u, double[] v, double radius) {
    this.u = u;
    this.v = v;
    this.radius = radius;
  }

  /**
   * A polygon with its corners on circles of random radius.
   *
   * @param radius of the largest circle
   * @param uneven 0 if all corners lie on it; at 0.8 the smallest circle has a fifth of its radius
   */
  static Polygon random(double radius, int corners, double uneven, SplitMix64 random) {
    double[] u = new double[corners];
    double[] v = new double[corners];
    for (int i = 0; i < corners; i++) {
      double angle = 2 * Math.PI * (i + random.uniform(-0.3, 0.3)) / corners;
      double away = radius * (1 - uneven * random.nextDouble());
      u[i] = away * StrictMath.cos(angle);
      v[i] = away * StrictMath.sin(angle);
    }
    return new Polygon(u, v, radius);
  }

  @Override
  public double distance(double atU, double atV) {
    double nearest = Double.POSITIVE_INFINITY;
    boolean inside = false;
    int before = u.length - 1;
    for (int i = 0; i < u.length; i++) {
      double sideU = u[before] - u[i];
      double sideV = v[before] - v[i];
      double toU = atU - u[i];
      double toV = atV - v[i];
      double along = (toU * sideU + toV * sideV) / (sideU * sideU + sideV * sideV);
      double t = Math.max(0, Math.min(1, along));
      double du = toU - t * sideU;
      double dv = toV - t * sideV;
      nearest = Math.min(nearest, du * du + dv * dv);
      // A ray towards larger u crosses a side where the side passes the height of the point.
      if ((v[i] > atV) != (v[before] > atV) && toU < sideU * toV / sideV) {
        inside = !inside;
      }
      before = i;
    }
    double distance = Math.sqrt(nearest);
    return inside ? -distance : distance;
  }

  @Override
  public double halfLength() {
    return radius;
  }

  @Override
  public double halfWidth() {
    return radius;
  }
}
