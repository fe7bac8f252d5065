package io.butcherblock.processor.polynomial;

import io.butcherblock.processor.exact.Exact;

/**
 * Decides exactly where the roots of a real polynomial lie (J. J. H. Miller, On the location of
 * zeros of certain classes of polynomials with applications to numerical analysis, J. Inst. Maths
 * Applics 8, 1971, 397-406).
 */
public final class VonNeumann {

  private VonNeumann() {}

  /** All roots inside the unit circle. */
  public static boolean isSchur(Polynomial p) {
    if (p.isZero()) {
      return false;
    }
    if (p.degree() == 0) {
      return true;
    }
    return reduces(p) && isSchur(reduced(p));
  }

  /** All roots inside or on the unit circle, those on it simple: the root condition. */
  public static boolean isSimple(Polynomial p) {
    if (p.isZero()) {
      return false;
    }
    if (p.degree() == 0) {
      return true;
    }
    Polynomial reduced = reduced(p);
    return reduced.isZero() ? isSchur(p.derivative()) : reduces(p) && isSimple(reduced);
  }

  /** |p*(0)| above |p(0)|. */
  private static boolean reduces(Polynomial p) {
    return p.leading().abs().compareTo(p.coefficient(0).abs()) > 0;
  }

  /** (p*(0) p(z) - p(0) p*(z)) / z with p*(z) = z^n p(1/z). */
  private static Polynomial reduced(Polynomial p) {
    Exact first = p.coefficient(0);
    Exact last = p.leading();
    return p.times(last).minus(p.reversed().times(first)).shiftedDown(1).normalised();
  }
}
