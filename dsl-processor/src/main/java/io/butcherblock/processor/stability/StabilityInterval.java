package io.butcherblock.processor.stability;

import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.polynomial.Polynomial;
import io.butcherblock.processor.polynomial.RealRoots;
import io.butcherblock.processor.polynomial.RealRoots.IsolatingInterval;
import java.util.List;

/**
 * The interval on which a polynomial that vanishes at 0 stays non-negative to the right of 0. Its
 * end is the first root at which the sign turns negative.
 */
final class StabilityInterval {

  private static final Exact PRECISION = Exact.of(1, 1L << 34);

  private StabilityInterval() {}

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
    return rest.degree() < 1 ? Double.POSITIVE_INFINITY : firstFall(rest);
  }

  private static double firstFall(Polynomial p) {
    RealRoots roots = new RealRoots(p);
    Exact bound = roots.bound();
    List<IsolatingInterval> positive = roots.in(Exact.ZERO, bound);
    for (int i = 0; i < positive.size(); i++) {
      // Behind this root and before the next one p has one sign.
      Exact end = i + 1 < positive.size() ? positive.get(i + 1).high() : bound.plus(Exact.ONE);
      if (p.at(behind(roots, positive.get(i), end)).signum() < 0) {
        return roots.narrowed(positive.get(i), PRECISION).high().doubleValue();
      }
    }
    return Double.POSITIVE_INFINITY;
  }

  /** A point between the root and the next one, which lies at or before {@code end}. */
  private static Exact behind(RealRoots roots, IsolatingInterval root, Exact end) {
    Exact point = end;
    while (roots.count(root.high(), point) > 0) {
      point = new IsolatingInterval(root.high(), point).middle();
    }
    return point;
  }
}
