package io.butcherblock.synthetic;

/**
 * A stroke along a part of a circle, thinner towards its ends: a twig, a hair, a bowl of a letter.
 */
final class Arc implements LeafShape {

  private final double bend;
  private final double sin;
  private final double cos;
  private final double thick;
  private final double taper;

  /**
   * An arc whose middle lies at the origin, along u there.
   *
   * @param bend the radius of the circle
   * @param angle of the half of the arc, up to pi / 2
   * @param thick half its thickness in the middle
   * @param taper 0 if its ends are as thick, 1 if they are points
   */
  Arc(double bend, double angle, double thick, double taper) {
    this.bend = bend;
    this.sin = StrictMath.sin(angle);
    this.cos = StrictMath.cos(angle);
    this.thick = thick;
    this.taper = taper;
  }

  @Override
  public double distance(double u, double v) {
    double along = Math.abs(u);
    double down = bend - v;
    double end = bend * sin;
    double width = thick * (1 - taper * Math.min(1, along / end));
    if (along * cos <= down * sin) {
      return Math.abs(Math.sqrt(along * along + down * down) - bend) - width;
    }
    double du = along - end;
    double dv = down - bend * cos;
    return Math.sqrt(du * du + dv * dv) - width;
  }

  @Override
  public double halfLength() {
    return bend * sin + thick;
  }

  @Override
  public double halfWidth() {
    return bend * (1 - cos) + thick;
  }
}
