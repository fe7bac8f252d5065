package io.butcherblock.synthetic;

/**
 * One occluding object of a synthetic image.
 *
 * @param x its centre's column
 * @param y its centre's row
 * @param cos the cosine of the angle by which it is turned
 * @param sin the sine of that angle
 * @param reach no part of it is farther from its centre than this
 * @param softness over how many pixels its edge fades: 1 is sharp, more is out of focus
 */
record Leaf(
    double x,
    double y,
    double cos,
    double sin,
    double reach,
    double softness,
    LeafShape shape,
    LeafFill fill) {

  static Leaf of(
      double x,
      double y,
      double angle,
      double reach,
      double softness,
      LeafShape shape,
      LeafFill fill) {
    return new Leaf(
        x, y, StrictMath.cos(angle), StrictMath.sin(angle), reach, softness, shape, fill);
  }
}
