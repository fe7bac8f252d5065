package io.butcherblock.processor.stability;

import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.exact.SimplestFraction;
import io.butcherblock.processor.polynomial.Polynomial;
import io.butcherblock.processor.polynomial.Resultant;
import io.butcherblock.processor.polynomial.RootsInInterval;
import io.butcherblock.processor.polynomial.RootsInInterval.Root;
import io.butcherblock.processor.polynomial.VonNeumann;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The root condition of a polynomial rho in z, with rho(1) = 0, for every value of a parameter in a
 * closed interval.
 *
 * <p>Without the root 1, a root crosses the unit circle only where the polynomial has a root in
 * common with the one that has the reciprocal roots, hence at zeros of a resultant. Between two of
 * these the condition is the same everywhere, and is decided exactly at one rational point; at a
 * rational zero it is decided there. At an irrational one no root lies outside the circle, as none
 * does on either side, and those on it are simple where the discriminant is not 0.
 */
public final class ParametricRootCondition {

  private final List<Polynomial> rho;

  /**
   * A polynomial.
   *
   * @param rho its coefficients by power of z, lowest first, as polynomials in the parameter; the
   *     last one without zero in the interval
   */
  public ParametricRootCondition(List<Polynomial> rho) {
    this.rho = List.copyOf(rho);
  }

  /** A value of the parameter for which it fails, or why that is not decided. */
  public sealed interface Failure {

    /** It fails for a value. */
    record At(Exact value, Polynomial rho) implements Failure {}

    /** It is not decided. */
    record Undecided(String reason) implements Failure {}
  }

  /** Empty if the condition holds for every value from {@code low} to {@code high}. */
  public Optional<Failure> failure(Exact low, Exact high) {
    List<Polynomial> rest = withoutRealPoints();
    Polynomial meets = rest.size() == 1 ? Polynomial.ONE : Resultant.of(rest, reversed(rest));
    if (meets.isZero()) {
      return fails(List.of(low, SimplestFraction.between(low, high), high))
          .or(
              () ->
                  Optional.of(
                      new Failure.Undecided(
                          "rho(z) has two roots w and 1/w, or a pair on the unit circle, for every"
                              + " value")));
    }
    List<Root> critical = RootsInInterval.of(meets, low, high);
    Optional<Failure> failure = fails(samples(critical, low, high));
    return failure.isPresent() ? failure : doubleRoot(critical);
  }

  /** From one root of the resultant, or end of the interval, to another. */
  public record Range(Root from, Root to) {

    private boolean contains(Exact value) {
      return from.high().compareTo(value) <= 0 && value.compareTo(to.low()) <= 0;
    }
  }

  /** Whether the condition holds for a value. */
  public boolean holdsAt(Exact value) {
    return fails(List.of(value)).isEmpty();
  }

  /**
   * Where the condition holds, the ends aside.
   *
   * @param wanted a value of which the range is to be, if it holds there
   * @return empty if it holds nowhere between the ends, or that is not decided
   */
  public Optional<Range> holds(Exact low, Exact high, Exact wanted) {
    List<Polynomial> rest = withoutRealPoints();
    Polynomial meets = rest.size() == 1 ? Polynomial.ONE : Resultant.of(rest, reversed(rest));
    if (meets.isZero()) {
      return Optional.empty();
    }
    List<Root> ends = new ArrayList<>(RootsInInterval.of(meets, low, high));
    ends.add(new Root(low, low, /* isExact= */ true));
    ends.add(new Root(high, high, /* isExact= */ true));
    ends.sort(Comparator.comparing(Root::low));
    List<Range> ranges = new ArrayList<>();
    for (int i = 1; i < ends.size(); i++) {
      Root from = ends.get(i - 1);
      Root to = ends.get(i);
      Exact begin = from.high();
      Exact end = to.low();
      if (begin.compareTo(end) < 0
          && fails(List.of(SimplestFraction.between(begin, end))).isEmpty()) {
        Range last = ranges.isEmpty() ? null : ranges.get(ranges.size() - 1);
        boolean goesOn =
            last != null
                && last.to().equals(from)
                && from.isExact()
                && fails(List.of(from.low())).isEmpty();
        if (goesOn) {
          ranges.set(ranges.size() - 1, new Range(last.from(), to));
        } else {
          ranges.add(new Range(from, to));
        }
      }
    }
    return ranges.stream()
        .filter(range -> range.contains(wanted))
        .findFirst()
        .or(() -> ranges.stream().findFirst());
  }

  private Optional<Failure> fails(List<Exact> values) {
    for (Exact value : values) {
      Polynomial there = at(rho, value);
      if (!VonNeumann.isSimple(there)) {
        return Optional.of(
            new Failure.At(value, there.times(Exact.ONE.over(there.coefficient(there.degree())))));
      }
    }
    return Optional.empty();
  }

  /** The ends, the rational critical values, and a value between each two neighbors. */
  private static List<Exact> samples(List<Root> critical, Exact low, Exact high) {
    List<Exact> values = new ArrayList<>(List.of(low, high));
    Exact last = low;
    for (Root root : critical) {
      if (root.isExact()) {
        values.add(root.low());
      }
      if (root.low().compareTo(last) > 0) {
        values.add(SimplestFraction.between(last, root.low()));
      }
      last = root.high();
    }
    if (high.compareTo(last) > 0) {
      values.add(SimplestFraction.between(last, high));
    }
    return values;
  }

  private Optional<Failure> doubleRoot(List<Root> critical) {
    List<Root> irrational = critical.stream().filter(root -> !root.isExact()).toList();
    if (irrational.isEmpty()) {
      return Optional.empty();
    }
    List<Polynomial> stripped = withoutZeroRoots(rho);
    Polynomial discriminant = Resultant.of(stripped, derivative(stripped));
    for (Root root : irrational) {
      if (discriminant.isZero()
          || !RootsInInterval.of(discriminant, root.low(), root.high()).isEmpty()) {
        return Optional.of(
            new Failure.Undecided(
                "two roots of rho(z) may meet on the unit circle for the value " + root));
      }
    }
    return Optional.empty();
  }

  /** Without the root 1 once, the root -1 once where it is one for every value, and the roots 0. */
  private List<Polynomial> withoutRealPoints() {
    List<Polynomial> rest = without(rho, Exact.ONE);
    if (rest.size() > 1 && valueAt(rest, Exact.of(-1)).isZero()) {
      rest = without(rest, Exact.of(-1));
    }
    return withoutZeroRoots(rest);
  }

  private static List<Polynomial> withoutZeroRoots(List<Polynomial> p) {
    int first = 0;
    while (p.get(first).isZero()) {
      first++;
    }
    return p.subList(first, p.size());
  }

  /** The quotient by z - root. */
  private static List<Polynomial> without(List<Polynomial> p, Exact root) {
    List<Polynomial> quotient = new ArrayList<>();
    Polynomial carried = new Polynomial(List.of());
    for (int power = p.size() - 1; power > 0; power--) {
      carried = carried.times(root).plus(p.get(power));
      quotient.add(carried);
    }
    Collections.reverse(quotient);
    return quotient;
  }

  private static Polynomial valueAt(List<Polynomial> p, Exact z) {
    Polynomial value = new Polynomial(List.of());
    for (int power = p.size() - 1; power >= 0; power--) {
      value = value.times(z).plus(p.get(power));
    }
    return value;
  }

  private static List<Polynomial> reversed(List<Polynomial> p) {
    List<Polynomial> reversed = new ArrayList<>(p);
    Collections.reverse(reversed);
    return reversed;
  }

  private static List<Polynomial> derivative(List<Polynomial> p) {
    List<Polynomial> derivative = new ArrayList<>();
    for (int power = 1; power < p.size(); power++) {
      derivative.add(p.get(power).times(Exact.of(power)));
    }
    return derivative;
  }

  private static Polynomial at(List<Polynomial> p, Exact value) {
    return new Polynomial(p.stream().map(coefficient -> coefficient.at(value)).toList());
  }
}
