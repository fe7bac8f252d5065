package io.butcherblock.processor.stability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.exact.SquareRoot;
import io.butcherblock.processor.exact.Work;
import io.butcherblock.processor.model.RungeKutta;
import io.butcherblock.processor.model.Stability;
import io.butcherblock.processor.polynomial.Polynomial;
import io.butcherblock.processor.polynomial.VonNeumann;
import io.butcherblock.processor.verify.Catalogue;
import io.butcherblock.processor.verify.VerifiedScheme;
import io.butcherblock.processor.verify.Verifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StabilityTest {

  /** Euler's method, (w - 1) - z, times w + 1, whose root lies on the unit circle for every z. */
  @Test
  void aCommonFactorIsNotDrawn() {
    Stability stability =
        MultistepStability.of(
            Catalogue.multistep("Scheme", 1, "y[n+1] = y[n-1] + h f[n] + h f[n-1]"));
    assertEquals(
        List.of(List.of(Exact.of(-1), Exact.ONE), List.of(Exact.of(-1))), stability.polynomial());
  }

  /** 4/7 z^3 - 7/4 z^2 - 15/8 z - 15/8, whose root is close to its bound; by numpy. */
  @Test
  void theBoundOfRootsIsAboveThem() {
    Exact last = Exact.of(-15, 8);
    Polynomial p = new Polynomial(List.of(last, last, Exact.of(-7, 4), Exact.of(4, 7)));
    List<Double> roots = StabilityInterval.positiveRoots(p, 9, new Work());
    assertEquals(1, roots.size());
    assertEquals(4.067521238865, roots.get(0), 1e-11);
  }

  /** The curve of a symmetric recurrence comes to a point of the axis more than once. */
  @Test
  void pointsThatAreOneButForRoundingCountOnce() {
    List<Double> crossings = List.of(1.0, 1.0, 1.0 + 1e-12, 3.0);
    assertEquals(3, AxisEnd.of(crossings, x -> x.compareTo(Exact.of(3)) < 0));
    assertEquals(0, AxisEnd.of(crossings, x -> x.compareTo(Exact.ONE) > 0));
    assertEquals(Double.POSITIVE_INFINITY, AxisEnd.of(crossings, x -> true));
  }

  /** The double 1e200 is below 10^200, and so is its sum with 1. */
  @Test
  void anEndThatIsRoundedDownIsAnEnd() {
    Exact end = Exact.of(10).pow(200);
    assertEquals(1e200, AxisEnd.of(List.of(1e200), x -> x.compareTo(end) <= 0));
  }

  /** Hairer, Wanner II, Table IV.2.1 and section IV.2; roots computed to 10 digits elsewhere. */
  @ParameterizedTest
  @CsvSource({
    "Euler, 2, 0",
    "Midpoint, 2, 0",
    "Kutta3, 2.5127453266, 1.7320508076",
    "Kutta4, 2.7852935634, 2.8284271247",
    "Gill, 2.7852935634, 2.8284271247"
  })
  void intervals(String name, double real, double imaginary) {
    VerifiedScheme verified =
        Catalogue.tableaus().stream()
            .filter(s -> s.name().equals(name))
            .map(s -> Verifier.verify(s).verified().orElseThrow())
            .findFirst()
            .orElseThrow();
    assertEquals(real, verified.stability().realInterval(), 1e-9);
    assertEquals(imaginary, verified.stability().imaginaryInterval(), 1e-9);
  }

  /**
   * Hairer, Wanner II, Table V.1.1 and Figure V.1.1 to 2 digits; the further digits were found
   * elsewhere, by a search along the axes with rounded roots.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
"""
          y[n+1] = y[n] + h f[n]                                                      | 2            | 0
          y[n+1] = y[n-1] + 2 h f[n]                                                  | 0            | 1
          y[n+1] = y[n] + 3/2 h f[n] - 1/2 h f[n-1]                                   | 1            | 0
          y[n+1] = y[n] + 23/12 h f[n] - 4/3 h f[n-1] + 5/12 h f[n-2]                 | 0.5454545455 | 0.7236272270
          y[n+1] = y[n] + 55/24 h f[n] - 59/24 h f[n-1] + 37/24 h f[n-2] - 3/8 h f[n-3] | 0.3        | 0.4299870799
          y[n+1] = y[n] + 1901/720 h f[n] - 1387/360 h f[n-1] + 109/30 h f[n-2] - 637/360 h f[n-3] + 251/720 h f[n-4] | 0.1633393829 | 0
          y[n+1] = y[n] + 4277/1440 h f[n] - 2641/480 h f[n-1] + 4991/720 h f[n-2] - 3649/720 h f[n-3] + 959/480 h f[n-4] - 95/288 h f[n-5] | 0.0877192982 | 0
          y[n+1] = y[n-3] + 8/3 h f[n] - 4/3 h f[n-1] + 8/3 h f[n-2]                  | 0            | 0.4330127019
          y[n+1] = y[n-1] + 7/3 h f[n] - 2/3 h f[n-1] + 1/3 h f[n-2]                  | 0            | 0
y[n+1] = 1/2 y[n] + 1/2 y[n-1] + 7/4 h f[n] - 1/4 h f[n-1] | 0.5 | 0
          y[n+1] = 3/2 y[n] - 1/2 y[n-1] + h f[n] - 1/2 h f[n-1] | 2 | 0
          y[n+1] = y[n] + 100000 h f[n] - 99999 h f[n-1] | 0.00001000005 | 0.00001000005
          y[n+1] = y[n-1] + h f[n] + h f[n-1] | NaN | NaN
""")
  void multistepIntervals(String recurrence, double real, double imaginary) {
    Stability stability = MultistepStability.of(Catalogue.multistep("Scheme", 1, recurrence));
    assertEquals(real, stability.realInterval(), 1e-9);
    assertEquals(imaginary, stability.imaginaryInterval(), 1e-9);
  }

  /** The root condition, decided point by point, agrees with the intervals. */
  @Test
  void intervalsAgreeWithTheRootConditionAtPoints() {
    Random random = new Random(7);
    int checked = 0;
    for (int i = 0; i < 60; i++) {
      int k = 2 + random.nextInt(3);
      Polynomial rho = randomPolynomial(random, k - 1).times(polynomial(-1, 1));
      Polynomial sigma = randomPolynomial(random, k - 1);
      if (VonNeumann.isSimple(rho) && rho.gcd(sigma).degree() == 0) {
        RootLocus locus = new RootLocus(rho, sigma, new Work());
        check(locus.realInterval(), x -> rho.plus(sigma.times(x)));
        check(
            locus.imaginaryInterval(),
            y -> rho.times(rho).plus(sigma.times(sigma).times(y.times(y))));
        checked += locus.realInterval() > 0 || locus.imaginaryInterval() > 0 ? 1 : 0;
      }
    }
    assertTrue(checked > 8, "only " + checked);
  }

  private static void check(double interval, Function<Exact, Polynomial> polynomial) {
    for (int percent = 3; percent < 100 && interval > 0; percent += 8) {
      Exact inside = Exact.of(BigFraction.from(interval * percent / 100));
      assertTrue(VonNeumann.isSimple(polynomial.apply(inside)), () -> inside + " of " + interval);
    }
    Exact outside = Exact.of(BigFraction.from(interval + 1e-6));
    assertFalse(VonNeumann.isSimple(polynomial.apply(outside)), () -> "above " + interval);
  }

  /** Of leading coefficient 1, the others quarters. */
  private static Polynomial randomPolynomial(Random random, int degree) {
    List<Exact> coefficients = new ArrayList<>();
    for (int i = 0; i < degree; i++) {
      coefficients.add(Exact.of(random.nextInt(9) - 4, 4));
    }
    coefficients.add(Exact.ONE);
    return new Polynomial(coefficients);
  }

  /** The coefficient of z^m w^j at [m][j]: w - (1 + z + z^2/2), and w^2 - 1 - z 2w. */
  @Test
  void polynomialsOfStability() {
    RungeKutta midpoint = Catalogue.tableau("Midpoint", 2, "0 |", "1/2 | 1/2", "--", " | 0 1");
    Exact minus = Exact.of(-1);
    assertEquals(
        List.of(List.of(minus, Exact.ONE), List.of(minus), List.of(Exact.of(-1, 2))),
        StabilityFunction.stability(midpoint).polynomial());
    assertEquals(
        List.of(List.of(minus, Exact.ZERO, Exact.ONE), List.of(Exact.ZERO, Exact.of(-2))),
        MultistepStability.of(Catalogue.recurrences().get(0)).polynomial());
  }

  /** |R(-x)| = 1 where roots x = 1, whatever the roots are. */
  @Test
  void coefficientsMayHaveSixRoots() {
    Exact roots = Exact.ZERO;
    for (long radicand : new long[] {2, 3, 5, 7, 11, 13}) {
      roots = roots.plus(SquareRoot.of(Exact.of(radicand)).orElseThrow());
    }
    Polynomial r = new Polynomial(List.of(Exact.ONE, Exact.ONE, roots));
    assertEquals(
        Exact.ONE.over(roots).doubleValue(), StabilityFunction.realInterval(r, new Work()), 1e-15);
  }

  /**
   * R(z) = T_s(1 + z / s^2) is stable on [-2 s^2, 0] and touches 1 and -1 in between, so that all
   * roots but the last are multiple (Hairer, Wanner II, section IV.2, eq. (2.50)).
   */
  @ParameterizedTest
  @ValueSource(ints = {2, 3, 8, 15, 32, 48})
  void chebyshev(int stages) {
    Polynomial x = new Polynomial(List.of(Exact.ONE, Exact.of(1, (long) stages * stages)));
    Polynomial last = Polynomial.ONE;
    Polynomial r = x;
    for (int n = 2; n <= stages; n++) {
      Polynomial next = x.times(r).times(Exact.of(2)).minus(last);
      last = r;
      r = next;
    }
    assertEquals(2.0 * stages * stages, StabilityFunction.realInterval(r, new Work()), 0);
    assertEquals(0, StabilityFunction.imaginaryInterval(r, new Work()), 0);
  }

  /**
   * R(z) = 1 + z + ... + z^p / p!, for both axes (P. J. van der Houwen, Construction of Integration
   * Formulas for Initial Value Problems, 1977, Tables 2.6.1 and 2.6.4).
   */
  @ParameterizedTest
  @CsvSource({
    "1, 2.00, 0",
    "2, 2.00, 0",
    "3, 2.51, 1.73",
    "4, 2.78, 2.82",
    "5, 3.21, 0",
    "6, 3.55, 0",
    "7, 3.95, 1.76",
    "8, 4.31, 3.39",
    "9, 4.70, 0",
    "10, 5.06, 0"
  })
  void taylor(int order, double real, double imaginary) {
    List<Exact> coefficients = new ArrayList<>(List.of(Exact.ONE));
    for (int k = 1; k <= order; k++) {
      coefficients.add(coefficients.get(k - 1).over(Exact.of(k)));
    }
    Polynomial r = new Polynomial(coefficients);
    assertEquals(real, StabilityFunction.realInterval(r, new Work()), 0.01);
    assertEquals(imaginary, StabilityFunction.imaginaryInterval(r, new Work()), 0.01);
  }

  private static Polynomial polynomial(long... coefficients) {
    return new Polynomial(List.copyOf(Arrays.stream(coefficients).mapToObj(Exact::of).toList()));
  }
}
