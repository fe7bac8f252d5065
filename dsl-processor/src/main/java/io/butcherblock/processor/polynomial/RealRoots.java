package io.butcherblock.processor.polynomial;

import io.butcherblock.processor.exact.Exact;
import java.util.ArrayList;
import java.util.List;

/**
 * The different real roots of a polynomial, separated by Sturm's theorem and refined by bisection,
 * both in exact arithmetic.
 */
public final class RealRoots {

  private static final Exact HALF = Exact.of(1, 2);

  private final Polynomial squareFree;
  private final List<Polynomial> sturm = new ArrayList<>();

  /**
   * Prepares the roots of a polynomial.
   *
   * @param p not the zero polynomial
   */
  public RealRoots(Polynomial p) {
    squareFree = p.squareFree();
    Polynomial a = squareFree;
    Polynomial b = squareFree.derivative();
    while (!a.isZero()) {
      sturm.add(a);
      Polynomial next = b.isZero() ? b : a.dividedBy(b).remainder();
      a = b;
      b = next.times(Exact.of(-1)).normalised();
    }
  }

  /** An isolating interval: (low, high] with one root in it. */
  public record IsolatingInterval(Exact low, Exact high) {

    public Exact middle() {
      return RealRoots.middle(low, high);
    }
  }

  private static Exact middle(Exact low, Exact high) {
    return low.plus(high).times(HALF);
  }

  /** The roots in (low, high], each in an isolating interval of its own, in rising order. */
  public List<IsolatingInterval> in(Exact low, Exact high) {
    List<IsolatingInterval> roots = new ArrayList<>();
    separate(low, high, roots);
    return roots;
  }

  private void separate(Exact low, Exact high, List<IsolatingInterval> roots) {
    int count = count(low, high);
    if (count == 1) {
      roots.add(new IsolatingInterval(low, high));
    } else if (count > 1) {
      Exact middle = middle(low, high);
      separate(low, middle, roots);
      separate(middle, high, roots);
    }
  }

  /**
   * The isolating interval of the same root, no wider than {@code width}.
   *
   * <p>A polynomial without multiple roots changes its sign at each: one sign tells the side, where
   * Sturm's theorem would need those of the whole sequence.
   */
  public IsolatingInterval narrowed(IsolatingInterval root, Exact width) {
    Exact low = root.low();
    Exact high = root.high();
    int behind = squareFree.at(high).signum();
    while (high.minus(low).compareTo(width) > 0) {
      Exact middle = middle(low, high);
      int sign = squareFree.at(middle).signum();
      if (sign == 0 || sign == behind) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return new IsolatingInterval(low, high);
  }

  /** The number of different roots in (low, high]. */
  public int count(Exact low, Exact high) {
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

  /** Cauchy's bound, above the size of every root; a power of two, which keeps numbers short. */
  public Exact bound() {
    Exact largest = Exact.ONE;
    for (Exact coefficient : squareFree.coefficients()) {
      Exact size = coefficient.over(squareFree.leading()).abs();
      largest = size.compareTo(largest) > 0 ? size : largest;
    }
    Exact bound = Exact.of(2);
    while (bound.compareTo(largest.plus(Exact.ONE)) < 0) {
      bound = bound.plus(bound);
    }
    return bound;
  }
}
