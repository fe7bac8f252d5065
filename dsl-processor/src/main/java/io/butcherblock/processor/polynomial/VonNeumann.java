package io.butcherblock.processor.polynomial;

import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.exact.Work;
import java.util.List;
import java.util.Optional;

/**
 * Decides exactly where the roots of a real polynomial lie (J. J. H. Miller, On the location of
 * zeros of certain classes of polynomials with applications to numerical analysis, J. Inst. Maths
 * Applics 8, 1971, 397-406).
 *
 * <p>Roots r come with 1/r in the greatest common divisor of p and z^n p(1/z), and those on the
 * circle are all in it. It is split off, and what is left is decided in intervals. Exact numbers
 * are the last resort: they grow with each reduction.
 */
public final class VonNeumann {

  private static final int FIRST_BITS = 128;
  private static final int MOST_BITS = 8192;

  private static final List<Exact> REAL_POINTS = List.of(Exact.ONE, Exact.of(-1));

  private VonNeumann() {}

  /** All roots inside the unit circle. */
  public static boolean isSchur(Polynomial p) {
    return isSchur(p, new Work());
  }

  /** All roots inside or on the unit circle, those on it simple: the root condition. */
  public static boolean isSimple(Polynomial p) {
    return isSimple(p, new Work());
  }

  /**
   * All roots inside or on the unit circle, those on it of some multiplicity at most: the root
   * condition of methods for y^(d) = f(y) with d for the multiplicity.
   */
  public static boolean isStable(Polynomial p, int multiplicity) {
    return multiplicity == 1
        ? isSimple(p)
        : isSimple(p.squareFree()) && isStable(p.gcd(p.derivative()), multiplicity - 1);
  }

  /** All roots inside the unit circle. */
  public static boolean isSchur(Polynomial polynomial, Work work) {
    if (polynomial.isZero()) {
      return false;
    }
    Polynomial p = polynomial.shiftedDown(polynomial.lowestPower());
    if (p.degree() == 0) {
      return true;
    }
    // The product of the roots.
    if (!reduces(p)) {
      return false;
    }
    Optional<Boolean> decided = decided(p, FIRST_BITS, work);
    return decided.isPresent()
        ? decided.orElseThrow()
        : p.gcd(p.reversed()).degree() == 0 && isSchurInMoreBits(p, work);
  }

  /** All roots inside or on the unit circle, those on it simple: the root condition. */
  public static boolean isSimple(Polynomial polynomial, Work work) {
    if (polynomial.isZero()) {
      return false;
    }
    Polynomial p = polynomial.shiftedDown(polynomial.lowestPower());
    for (Exact point : REAL_POINTS) {
      if (p.at(point).isZero()) {
        p = p.dividedBy(new Polynomial(List.of(point.negate(), Exact.ONE))).quotient();
        if (p.at(point).isZero()) {
          return false;
        }
      }
    }
    if (p.degree() == 0) {
      return true;
    }
    Optional<Boolean> decided = decided(p, FIRST_BITS, work);
    if (decided.isPresent()) {
      return decided.orElseThrow();
    }
    Polynomial pairs = p.gcd(p.reversed());
    if (pairs.degree() == 0) {
      return isSchurInMoreBits(p, work);
    }
    // A polynomial that has 1/r for each root r has all of them on the circle, and simple, if those
    // of its derivative lie inside.
    return pairs.gcd(pairs.derivative()).degree() == 0
        && isSchur(pairs.derivative(), work)
        && isSchur(p.dividedBy(pairs).quotient(), work);
  }

  private static boolean isSchurInMoreBits(Polynomial p, Work work) {
    for (int bits = 4 * FIRST_BITS; bits <= MOST_BITS; bits *= 4) {
      Optional<Boolean> decided = decided(p, bits, work);
      if (decided.isPresent()) {
        return decided.orElseThrow();
      }
    }
    return isSchurExactly(p, work);
  }

  private static Optional<Boolean> decided(Polynomial p, int bits, Work work) {
    work.spend(4.0 * p.degree() * p.degree(), bits);
    return SchurCohn.isSchur(p, bits);
  }

  private static boolean isSchurExactly(Polynomial polynomial, Work work) {
    Polynomial p = polynomial;
    while (p.degree() > 0) {
      if (!reduces(p)) {
        return false;
      }
      // A reduction and its division by the leading coefficient, which takes far longer.
      work.spend(64.0 * p.degree(), 4.0 * p.bitLength());
      p = reduced(p);
    }
    return !p.isZero();
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
