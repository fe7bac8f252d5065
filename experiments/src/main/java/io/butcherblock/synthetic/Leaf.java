package io.butcherblock.synthetic;

/**
 * One occluding object of a synthetic image.
 *
 * @param x its centre's column
 * @param y its centre's row
 * @param cos the cosine of the angle by which it is turned
 * @param sin the sine of that angle
 * @param softness over how many pixels its edge fades: 1 is sharp, more is out of focus
 * @param opacity 1 hides what lies behind; less lets it be seen
 */
record Leaf(
    double x,
    double y,
    double cos,
    double sin,
    double softness,
    double opacity,
    LeafShape shape,
    LeafFill fill) {

  static Leaf of(
      double x, double y, double angle, double softness, LeafShape shape, LeafFill fill) {
    return new Leaf(x, y, StrictMath.cos(angle), StrictMath.sin(angle), softness, 1, shape, fill);
  }

  /** A shadow of it on what lies behind: its shape, moved, softer and dark. */
  Leaf shadow(double right, double down, double softer, double darkness) {
    return new Leaf(
        x + right, y + down, cos, sin, softness + softer, darkness, shape, LeafFill.BLACK);
  }

  /** How far it reaches from its centre along rows. */
  double reachX() {
    return Math.abs(cos) * shape.halfLength() + Math.abs(sin) * shape.halfWidth() + softness;
  }

  /** How far it reaches from its centre along columns. */
  double reachY() {
    return Math.abs(sin) * shape.halfLength() + Math.abs(cos) * shape.halfWidth() + softness;
  }
}
