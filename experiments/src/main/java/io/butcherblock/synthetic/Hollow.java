package io.butcherblock.synthetic;

/**
 * The rim of a shape: a ring, a frame, an outline drawn by a pen.
 *
 * @param rim how far it reaches inwards
 */
record Hollow(LeafShape shape, double rim) implements LeafShape {

  @Override
  public double distance(double u, double v) {
    double distance = shape.distance(u, v);
    return Math.max(distance, -rim - distance);
  }

  @Override
  public double halfLength() {
    return shape.halfLength();
  }

  @Override
  public double halfWidth() {
    return shape.halfWidth();
  }
}
