package io.butcherblock.processor.polynomial;

import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.exact.Interval;
import io.butcherblock.processor.exact.Work;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The different real roots of a polynomial between two numbers, by bisection: a part has no root
 * where Taylor's formula keeps the value off 0, and at most one where it keeps the derivative off 0
 * (M. A. Burr, F. Krahmer, C. K. Yap, Continuous amortization, ISSAC 2009). All is computed in
 * intervals; where their bits are too few to decide, with more. No root is missed or invented.
 */
public final class RealRoots {

  private static final int FIRST_BITS = 256;
  private static final int MOST_BITS = 1 << 14;

  /**
   * Parts are cut beside their middle: roots of a scheme often are short binary fractions, and
   * where a cut meets one no number of bits is enough.
   */
  private static final long CUT = 499;

  private static final int CUT_BITS = 10;

  /** p on [low, high] as a polynomial on [0, 1]. */
  private final Polynomial stretched;

  private final Work work;

  /**
   * Prepares the roots of a polynomial.
   *
   * @param p not the zero polynomial
   * @param low no root of it
   * @param high no root of it, and above {@code low}
   */
  public RealRoots(Polynomial p, Exact low, Exact high, Work work) {
    this.stretched = p.squareFree().stretched(low, high.minus(low));
    this.work = work;
  }

  /**
   * Where the roots lie, in rising order, as fractions t of the way from low to high.
   *
   * @param accuracy the bits behind the point that are to be known, at least
   */
  public List<Interval> fractions(int accuracy) {
    return fractions(accuracy, Integer.MAX_VALUE);
  }

  /** The first of them. */
  public Optional<Interval> firstFraction(int accuracy) {
    return fractions(accuracy, 1).stream().findFirst();
  }

  private List<Interval> fractions(int accuracy, int most) {
    if (stretched.degree() < 1) {
      return List.of();
    }
    for (int bits = Math.max(FIRST_BITS, 2 * accuracy); bits <= MOST_BITS; bits *= 2) {
      Search search = new Search(IntervalPolynomial.of(stretched, bits), accuracy, most);
      if (search.part(BigInteger.ZERO, BigInteger.ONE.shiftLeft(search.bits))) {
        return search.roots;
      }
    }
    work.spend(Double.MAX_VALUE, 1);
    return List.of();
  }

  /** A search in some number of bits; its methods return false where these are too few. */
  private final class Search {

    private final IntervalPolynomial p;
    private final int bits;
    private final int accuracy;
    private final int most;
    private final List<Interval> roots = new ArrayList<>();

    Search(IntervalPolynomial p, int accuracy, int most) {
      this.p = p;
      this.bits = p.bits();
      this.accuracy = accuracy;
      this.most = most;
    }

    boolean part(BigInteger low, BigInteger high) {
      if (roots.size() >= most) {
        return true;
      }
      work.spend(2.0 * p.degree() * p.degree(), bits);
      BigInteger middle = low.add(high).shiftRight(1);
      Interval[] taylor = p.taylor(point(middle));
      Interval radius = point(high.subtract(middle));
      if (taylor[0].abs().isAbove(rest(taylor, radius, 0))) {
        return true;
      }
      Interval slope = taylor[1].abs();
      Interval bend = rest(taylor, radius, 1);
      if (slope.isAbove(bend)) {
        return monotone(low, high, spread(taylor[1], bend));
      }
      BigInteger cut =
          low.add(high.subtract(low).multiply(BigInteger.valueOf(CUT)).shiftRight(CUT_BITS));
      // Half of the bits are for the errors of the values.
      return high.subtract(low).bitLength() > bits / 2 && part(low, cut) && part(cut, high);
    }

    /** An upper bound of sum_{k above derivative} |c_k| r^(k - d), of d = 1 with the factors k. */
    private Interval rest(Interval[] taylor, Interval radius, int derivative) {
      Interval sum = Interval.of(0, bits);
      for (int k = taylor.length - 1; k > derivative; k--) {
        Interval term = taylor[k].abs();
        sum = sum.plus(derivative == 0 ? term : term.times(k)).times(radius);
      }
      return sum;
    }

    private Interval spread(Interval value, Interval bound) {
      return new Interval(value.low().subtract(bound.high()), value.high().add(bound.high()), bits);
    }

    private boolean monotone(BigInteger low, BigInteger high, Interval slope) {
      int before = p.at(point(low)).signum();
      int behind = p.at(point(high)).signum();
      if (before == 0 || behind == 0) {
        return false;
      }
      return before == behind || refined(new Interval(low, high, bits), slope);
    }

    /** Newton's method in intervals, which halves the interval at least. */
    private boolean refined(Interval isolating, Interval slope) {
      Interval root = isolating;
      while (root.width().bitLength() > bits - accuracy) {
        work.spend(4.0 * p.degree(), bits);
        BigInteger middle = root.low().add(root.high()).shiftRight(1);
        Interval step = p.at(point(middle)).over(slope);
        BigInteger low = root.low().max(middle.subtract(step.high()));
        BigInteger high = root.high().min(middle.subtract(step.low()));
        if (high.subtract(low).compareTo(root.width()) >= 0) {
          return false;
        }
        root = new Interval(low, high, bits);
      }
      roots.add(root);
      return true;
    }

    private Interval point(BigInteger at) {
      return new Interval(at, at, bits);
    }
  }
}
