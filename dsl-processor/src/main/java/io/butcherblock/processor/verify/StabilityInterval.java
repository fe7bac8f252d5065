package io.butcherblock.processor.verify;

import io.butcherblock.processor.model.Exact;
import java.util.ArrayList;
import java.util.List;

/**
 * The interval on which a polynomial that vanishes at 0 stays non-negative to the right of 0.
 *
 * <p>Its end is the first root at which the sign turns negative. Roots are separated by Sturm's
 * theorem and refined by bisection, both in exact arithmetic.
 */
final class StabilityInterval {

  private static final Exact HALF = Exact.of(1, 2);
  private static final Exact PRECISION = Exact.of(1, 1L << 34);

  private final Polynomial roots;
  private final List<Polynomial> sturm = new ArrayList<>();

  private StabilityInterval(Polynomial p) {
    this.roots = p.squareFree();
    Polynomial a = roots;
    Polynomial b = roots.derivative();
    while (!a.isZero()) {
      sturm.add(a);
      Polynomial next = a.isZero() || b.isZero() ? b : a.dividedBy(b).remainder();
      a = b;
      b = next.times(Exact.of(-1)).normalised();
    }
  }

  /**
   * The largest r such that p is not negative on [0, r], to about 10 digits; infinite if there is
   * none, NaN if a Sturm sequence would take too long inside a compiler.
   */
  static double end(Polynomial p) {
    if (p.degree() > Polynomial.highestDegree(p.squareRoots())) {
      return Double.NaN;
    }
    if (p.isZero()) {
      return Double.POSITIVE_INFINITY;
    }
    Polynomial rest = p.shiftedDown(p.lowestPower());
    if (rest.coefficient(0).signum() < 0) {
      return 0;
    }
    return rest.degree() < 1
        ? Double.POSITIVE_INFINITY
        : new StabilityInterval(rest).firstFall(rest);
  }

  private double firstFall(Polynomial p) {
    Exact low = Exact.ZERO;
    Exact bound = bound();
    while (count(low, bound) > 0) {
      Exact high = bound;
      while (count(low, high) > 1) {
        Exact middle = low.plus(high).times(HALF);
        if (count(low, middle) > 0) {
          high = middle;
        } else {
          low = middle;
        }
      }
      // One root lies in (low, high]; the sign behind it is that of p just above.
      Exact behind = behind(high, bound);
      if (p.at(behind).signum() < 0) {
        return bisect(low, high);
      }
      low = high;
    }
    return Double.POSITIVE_INFINITY;
  }

  /** A point between {@code high} and the next root, where p is not 0. */
  private Exact behind(Exact high, Exact bound) {
    Exact point = bound.plus(Exact.ONE);
    while (count(high, point) > 0 || roots.at(point).isZero()) {
      point = high.plus(point).times(HALF);
    }
    return point;
  }

  private double bisect(Exact from, Exact to) {
    Exact low = from;
    Exact high = to;
    while (high.minus(low).compareTo(PRECISION) > 0) {
      Exact middle = low.plus(high).times(HALF);
      if (count(low, middle) > 0) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return high.doubleValue();
  }

  /** The number of different roots in (low, high]. */
  private int count(Exact low, Exact high) {
    return changes(low) - changes(high);
  }

  private int changes(Exact z) {
    int changes = 0;
    int last = 0;
    for (Polynomial member : sturm) {
      int sign = member.at(z).signum();
      if (sign != 0) {
        changes += last != 0 && sign != last ? 1 : 0;
        last = sign;
      }
    }
    return changes;
  }

  /** Cauchy's bound: every root is smaller. */
  private Exact bound() {
    Exact largest = Exact.ZERO;
    for (Exact coefficient : roots.coefficients()) {
      Exact size = coefficient.over(roots.leading()).abs();
      largest = size.compareTo(largest) > 0 ? size : largest;
    }
    // A power of two, so that bisection keeps short numbers.
    long bound = 2;
    while (Exact.of(bound).compareTo(largest.plus(Exact.ONE)) < 0 && bound < (1L << 60)) {
      bound *= 2;
    }
    return Exact.of(bound);
  }
}
