package io.butcherblock.synthetic;

/**
 * An ellipse, its distance to first order.
 *
 * @param a the half axis along u
 * @param b the half axis along v
 */
record Ellipse(double a, double b) implements LeafShape {

  static Ellipse disc(double radius) {
    return new Ellipse(radius, radius);
  }

  @Override
  public double distance(double u, double v) {
    double x = u / a;
    double y = v / b;
    double level = Math.sqrt(x * x + y * y);
    double slope = Math.sqrt(x * x / (a * a) + y * y / (b * b));
    return slope == 0 ? -Math.min(a, b) : level * (level - 1) / slope;
  }

  @Override
  public double halfLength() {
    return a;
  }

  @Override
  public double halfWidth() {
    return b;
  }
}
