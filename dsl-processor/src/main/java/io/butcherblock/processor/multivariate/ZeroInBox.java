package io.butcherblock.processor.multivariate;

import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.exact.Interval;
import io.butcherblock.processor.exact.TooMuchWork;
import io.butcherblock.processor.exact.Work;
import io.butcherblock.processor.polynomial.RootsInInterval;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Decides whether a polynomial has a zero for values of its variables in closed intervals: in one
 * variable by isolating its real roots, in several by dividing the box until the sign of each part
 * is known, or two points with different signs are.
 */
public final class ZeroInBox {

  private static final int BITS = 96;
  private static final int MOST_PARTS = 20_000;
  private static final int BISECTIONS = 60;

  /**
   * An interval of values.
   *
   * @param high not below {@code low}
   */
  public record Range(Exact low, Exact high) {

    private Interval interval() {
      return new Interval(Interval.of(low, BITS).low(), Interval.of(high, BITS).high(), BITS);
    }
  }

  private final MultivariatePolynomial polynomial;
  private final List<String> variables;

  private ZeroInBox(MultivariatePolynomial polynomial) {
    this.polynomial = polynomial;
    this.variables = List.copyOf(polynomial.variables());
  }

  /**
   * Where a polynomial is 0: {@code for a = 1/2}.
   *
   * @param polynomial not the zero polynomial
   * @param box a range for each variable
   * @return empty if it is 0 nowhere in the box
   * @throws TooMuchWork where that is not decided
   */
  public static Optional<String> of(MultivariatePolynomial polynomial, Map<String, Range> box) {
    if (polynomial.isConstant()) {
      return Optional.empty();
    }
    ZeroInBox search = new ZeroInBox(polynomial);
    return search.variables.size() == 1 ? search.onLine(box) : search.inBox(box);
  }

  private Optional<String> onLine(Map<String, Range> box) {
    Range range = box.get(variables.get(0));
    List<RootsInInterval.Root> roots =
        RootsInInterval.of(polynomial.univariate(), range.low(), range.high());
    return roots.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "for "
                + variables.get(0)
                + " = "
                + roots.stream()
                    .map(RootsInInterval.Root::toString)
                    .collect(Collectors.joining(" and ")));
  }

  private Optional<String> inBox(Map<String, Range> box) {
    Deque<Map<String, Range>> parts = new ArrayDeque<>(List.of(box));
    Map<String, Exact> first = corners(box).get(0);
    int sign = polynomial.at(first).signum();
    Work work = new Work();
    for (int count = 0; !parts.isEmpty(); count++) {
      if (count == MOST_PARTS) {
        throw new TooMuchWork();
      }
      // There are 2^n corners in n variables.
      work.reduce(
          Math.scalb((double) polynomial.terms().size(), variables.size()), polynomial.bitLength());
      Map<String, Range> part = parts.remove();
      for (Map<String, Exact> corner : corners(part)) {
        int there = polynomial.at(corner).signum();
        if (there == 0) {
          return Optional.of("for " + text(corner));
        }
        if (there != sign) {
          return Optional.of("near " + text(between(first, corner)));
        }
      }
      if (value(part).signum() == 0) {
        divide(part, parts);
      }
    }
    return Optional.empty();
  }

  private Interval value(Map<String, Range> part) {
    Interval sum = Interval.of(0, BITS);
    for (Map.Entry<Monomial, Exact> term : polynomial.terms().entrySet()) {
      Interval product = Interval.of(term.getValue(), BITS);
      for (Map.Entry<String, Integer> power : term.getKey().powers().entrySet()) {
        Interval side = part.get(power.getKey()).interval();
        for (int i = 0; i < power.getValue(); i++) {
          product = product.times(side);
        }
      }
      sum = sum.plus(product);
    }
    return sum;
  }

  /** Both halves across the longest side. */
  private void divide(Map<String, Range> part, Deque<Map<String, Range>> parts) {
    String longest = variables.get(0);
    for (String variable : variables) {
      if (width(part.get(variable)).compareTo(width(part.get(longest))) > 0) {
        longest = variable;
      }
    }
    Range side = part.get(longest);
    Exact middle = side.low().plus(side.high()).over(Exact.of(2));
    for (Range half : List.of(new Range(side.low(), middle), new Range(middle, side.high()))) {
      Map<String, Range> smaller = new HashMap<>(part);
      smaller.put(longest, half);
      parts.add(smaller);
    }
  }

  private static Exact width(Range range) {
    return range.high().minus(range.low());
  }

  private List<Map<String, Exact>> corners(Map<String, Range> part) {
    List<Map<String, Exact>> corners = new ArrayList<>(List.of(Map.of()));
    for (String variable : variables) {
      List<Map<String, Exact>> longer = new ArrayList<>();
      for (Map<String, Exact> corner : corners) {
        for (Exact end : List.of(part.get(variable).low(), part.get(variable).high())) {
          Map<String, Exact> next = new HashMap<>(corner);
          next.put(variable, end);
          longer.add(next);
        }
      }
      corners = longer;
    }
    return corners;
  }

  /** A point near a zero on the line between two points with different signs. */
  private Map<String, Exact> between(Map<String, Exact> from, Map<String, Exact> to) {
    int sign = polynomial.at(from).signum();
    Map<String, Exact> low = from;
    Map<String, Exact> high = to;
    for (int i = 0; i < BISECTIONS; i++) {
      Map<String, Exact> middle = new HashMap<>();
      for (String variable : variables) {
        middle.put(variable, low.get(variable).plus(high.get(variable)).over(Exact.of(2)));
      }
      int there = polynomial.at(middle).signum();
      if (there == 0) {
        return middle;
      }
      if (there == sign) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private String text(Map<String, Exact> point) {
    return variables.stream()
        .map(variable -> variable + " = " + number(point.get(variable)))
        .collect(Collectors.joining(", "));
  }

  private static String number(Exact number) {
    String exact = number.toString();
    return exact.length() <= 12 ? exact : String.format(Locale.ROOT, "%.6g", number.doubleValue());
  }
}
