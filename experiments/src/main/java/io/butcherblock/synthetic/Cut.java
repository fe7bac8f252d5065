package io.butcherblock.synthetic;

/**
 * A shape without what another one covers: a crescent, a shape with a hole or a notch.
 *
 * @param away what is taken away
 * @param u where its centre lies
 * @param v where its centre lies
 */
record Cut(LeafShape shape, LeafShape away, double u, double v) implements LeafShape {

  @Override
  public double distance(double atU, double atV) {
    return Math.max(shape.distance(atU, atV), -away.distance(atU - u, atV - v));
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
