package io.butcherblock.processor.polynomial;

import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.exact.Interval;
import io.butcherblock.processor.exact.SimplestFraction;
import io.butcherblock.processor.exact.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The different real roots of a polynomial in a closed interval, rational ones exactly. */
public final class RootsInInterval {

  private static final int ACCURACY = 80;

  private RootsInInterval() {}

  /**
   * A root.
   *
   * @param low not above it, and equal to it where it is exact
   * @param high not below it
   * @param isExact whether it is a number that is known
   */
  public record Root(Exact low, Exact high, boolean isExact) {

    static Root exact(Exact number) {
      return new Root(number, number, /* isExact= */ true);
    }

    /** Exact, or rounded: {@code 1/2}, {@code about 0.618034}. */
    @Override
    public String toString() {
      return isExact
          ? low.toString()
          : String.format(Locale.ROOT, "about %.6g", low.plus(high).doubleValue() / 2);
    }
  }

  /**
   * The roots in rising order.
   *
   * @param p not the zero polynomial
   * @throws io.butcherblock.processor.exact.TooMuchWork if it would take too long to find them
   */
  public static List<Root> of(Polynomial p, Exact low, Exact high) {
    List<Root> roots = new ArrayList<>();
    Polynomial inside = p.squareFree();
    for (Exact end : List.of(low, high)) {
      if (inside.degree() > 0 && inside.at(end).isZero()) {
        roots.add(Root.exact(end));
        inside = inside.dividedBy(new Polynomial(List.of(end.negate(), Exact.ONE))).quotient();
      }
    }
    if (inside.degree() < 1) {
      return roots;
    }
    int at = roots.isEmpty() || !roots.get(0).low().equals(low) ? 0 : 1;
    Exact width = high.minus(low);
    for (Interval t : new RealRoots(inside, low, high, new Work()).fractions(ACCURACY)) {
      Exact unit = Exact.ONE.over(Exact.of(2).pow(t.bits()));
      Exact from = low.plus(width.times(unit.times(t.low()))).minus(unit);
      Exact to = low.plus(width.times(unit.times(t.high()))).plus(unit);
      Exact simple = SimplestFraction.between(from, to);
      roots.add(
          at++,
          inside.at(simple).isZero()
              ? Root.exact(simple)
              : new Root(from, to, /* isExact= */ false));
    }
    return roots;
  }
}
