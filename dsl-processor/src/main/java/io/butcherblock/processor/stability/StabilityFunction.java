package io.butcherblock.processor.stability;

import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.exact.Interval;
import io.butcherblock.processor.exact.TooMuchWork;
import io.butcherblock.processor.exact.Work;
import io.butcherblock.processor.model.RungeKutta;
import io.butcherblock.processor.model.Stability;
import io.butcherblock.processor.model.Tolerance;
import io.butcherblock.processor.polynomial.Polynomial;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * The stability function of an explicit Runge-Kutta scheme, the polynomial R(z) = 1 + sum_k z^k b^T
 * A^(k-1) e (Hairer, Wanner II, section IV.2), and where |R| is at most 1.
 */
public final class StabilityFunction {

  private static final Polynomial Y = new Polynomial(List.of(Exact.ZERO, Exact.ONE));

  private static final int ROUNDED_BITS = 96;

  private static final MathContext DIGITS = new MathContext(17);

  private StabilityFunction() {}

  /** R and the intervals of stability; they are NaN where it would take too long to find them. */
  public static Stability stability(RungeKutta scheme) {
    Work work = new Work();
    try {
      return stability(meant(of(scheme, work), scheme.tolerance()), work);
    } catch (TooMuchWork e) {
      Polynomial r = of(rounded(scheme), new Work());
      String formula = "R(z) = " + r;
      return new Stability(formula, polynomial(r), Double.NaN, Double.NaN, /* isKnown= */ false);
    }
  }

  private static Polynomial meant(Polynomial r, Tolerance tolerance) {
    return meant(r, tolerance, power -> Exact.ONE.over(factorial(power)));
  }

  /**
   * The polynomial of the scheme that rounded coefficients stand for: what accuracy wants where
   * that is within the tolerance, for the intervals ask for signs at 0; and of the others what
   * digits there are.
   *
   * @param wanted the coefficient of a power, of a scheme without error
   */
  static Polynomial meant(Polynomial r, Tolerance tolerance, IntFunction<Exact> wanted) {
    if (tolerance.isNone()) {
      return r;
    }
    return new Polynomial(
        IntStream.rangeClosed(0, r.degree())
            .mapToObj(
                power -> {
                  Exact c = r.coefficient(power);
                  Exact exact = wanted.apply(power);
                  return tolerance.allows(c.minus(exact)) ? exact : decimal(c);
                })
            .toList());
  }

  static Exact factorial(int n) {
    return IntStream.rangeClosed(1, n).mapToObj(Exact::of).reduce(Exact.ONE, Exact::times);
  }

  private static Exact decimal(Exact number) {
    BigDecimal rounded = number.decimal(DIGITS);
    return Exact.of(
        BigFraction.of(
            rounded.movePointRight(Math.max(0, rounded.scale())).toBigIntegerExact(),
            BigInteger.TEN.pow(Math.max(0, rounded.scale()))));
  }

  /** With coefficients as they are in binary, for a drawing and no proof. */
  private static RungeKutta rounded(RungeKutta scheme) {
    return new RungeKutta(
        scheme.name(),
        scheme.order(),
        scheme.a().stream().map(StabilityFunction::allRounded).toList(),
        allRounded(scheme.weights()),
        scheme.factor(),
        scheme.c());
  }

  private static List<Exact> allRounded(List<Exact> numbers) {
    return numbers.stream().map(StabilityFunction::rounded).toList();
  }

  static Exact rounded(Exact number) {
    return Interval.of(number, ROUNDED_BITS).middle();
  }

  private static List<List<Exact>> polynomial(Polynomial r) {
    List<List<Exact>> polynomial = new ArrayList<>();
    for (int power = 0; power <= r.degree(); power++) {
      Exact minus = r.coefficient(power).negate();
      polynomial.add(power == 0 ? List.of(minus, Exact.ONE) : List.of(minus));
    }
    return polynomial;
  }

  private static Stability stability(Polynomial r, Work work) {
    double real = Double.NaN;
    double imaginary = Double.NaN;
    boolean isKnown = true;
    try {
      real = realInterval(r, work);
      imaginary = imaginaryInterval(r, work);
    } catch (TooMuchWork e) {
      real = Double.NaN;
      isKnown = false;
    }
    return new Stability("R(z) = " + r, polynomial(r), real, imaginary, isKnown);
  }

  /** R; the numbers are made whole, since fractions would be reduced at each operation. */
  static Polynomial of(RungeKutta scheme, Work work) {
    WholeTableau whole = new WholeTableau(scheme);
    whole.spend(work);
    List<Exact> coefficients = new ArrayList<>(List.of(Exact.ONE));
    List<Exact> vector = whole.ones();
    while (vector.stream().anyMatch(v -> !v.isZero())) {
      coefficients.add(whole.weighted(vector));
      vector = whole.applied(vector);
    }
    return new Polynomial(coefficients);
  }

  /** The largest r with |R(x)| at most 1 on [-r, 0]. */
  static double realInterval(Polynomial r, Work work) {
    Polynomial mirrored = alternate(r);
    return Math.min(
        StabilityInterval.end(Polynomial.ONE.minus(mirrored), work),
        StabilityInterval.end(Polynomial.ONE.plus(mirrored), work));
  }

  /** The largest r with |R(iy)| at most 1 on [0, r]; |R(iy)|^2 = E(y^2)^2 + y^2 O(y^2)^2. */
  static double imaginaryInterval(Polynomial r, Work work) {
    Exact common = Exact.ONE.times(r.commonDenominator());
    // The squares of whole numbers, not of fractions.
    Polynomial whole = r.times(common);
    return Math.sqrt(
        StabilityInterval.end(
            new Polynomial(List.of(common.times(common))).minus(squareOnAxis(whole)), work));
  }

  /** |p(iy)|^2 as a polynomial in y^2. */
  static Polynomial squareOnAxis(Polynomial p) {
    Polynomial even = part(p, 0);
    Polynomial odd = part(p, 1);
    return even.times(even).plus(odd.times(odd).times(Y));
  }

  /** The even or odd powers of r(iy), without the factor iy of the odd ones, in y^2. */
  private static Polynomial part(Polynomial r, int parity) {
    List<Exact> part = new ArrayList<>();
    for (int power = parity; power <= r.degree(); power += 2) {
      part.add(r.coefficient(power));
    }
    return alternate(new Polynomial(part));
  }

  /** p(-z). */
  private static Polynomial alternate(Polynomial p) {
    List<Exact> coefficients = new ArrayList<>();
    for (int power = 0; power <= p.degree(); power++) {
      Exact c = p.coefficient(power);
      coefficients.add(power % 2 == 0 ? c : c.negate());
    }
    return new Polynomial(coefficients);
  }
}
