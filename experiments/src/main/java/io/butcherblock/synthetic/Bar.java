package io.butcherblock.synthetic;

/**
 * A rectangle.
 *
 * @param halfLength half its side along u
 * @param halfWidth half its side along v
 */
record Bar(double halfLength, double halfWidth) implements LeafShape {

  @Override
  public double distance(double u, double v) {
    double du = Math.abs(u) - halfLength;
    double dv = Math.abs(v) - halfWidth;
    return du > 0 && dv > 0 ? Math.sqrt(du * du + dv * dv) : Math.max(du, dv);
  }
}
