package io.butcherblock.processor.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.processor.model.Exact;
import io.butcherblock.processor.model.RungeKutta;
import io.butcherblock.processor.model.SquareRoot;
import io.butcherblock.processor.model.Stability;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StabilityTest {

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
        RootLocus locus = new RootLocus(rho, sigma);
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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          -1 1         | true  | false  | z - 1
          -1 0 1       | true  | false  | two simple roots on the circle
          1 -2 1       | false | false  | (z - 1)^2
          1 2 1        | false | false  | (z + 1)^2
          0 0 1        | true  | true   | z^2
          -5 4 1       | false | false  | root -5
          1 0 2 0 1    | false | false  | (z^2 + 1)^2
          1 0 1        | true  | false  | z^2 + 1
          -1 0 0 0 1   | true  | false  | z^4 - 1
          -2 1         | false | false  | z - 2
          -1 2         | true  | true   | 2 z - 1
          1 -5 2       | false | false  | roots on both sides
          -1 3 -3 1    | false | false  | (z - 1)^3
          2 -5 2       | false | false  | reciprocal roots 1/2 and 2
          """)
  void rootCondition(String coefficients, boolean simple, boolean schur, String what) {
    Polynomial p =
        new Polynomial(
            Arrays.stream(coefficients.trim().split(" ", -1))
                .map(c -> Exact.of(Long.parseLong(c)))
                .toList());
    assertEquals(simple, VonNeumann.isSimple(p), what);
    assertEquals(schur, VonNeumann.isSchur(p), what);
  }

  /** The coefficient of z^m w^j at place [m][j]: w - (1 + z + z^2/2), and w^2 - 1 - z 2w. */
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

  @Test
  void offendingRootIsNamed() {
    Polynomial twice = polynomial(1, -2, 1);
    assertEquals(
        new OffendingRoot("1", "on the unit circle, and it is multiple"), OffendingRoot.of(twice));
    assertEquals(
        new OffendingRoot("-5", "of modulus 5, above 1"), OffendingRoot.of(polynomial(-5, 4, 1)));
  }

  @Test
  void numbersWithSignsOfTheirOwnAreBracketed() {
    Exact root = SquareRoot.of(Exact.of(2)).orElseThrow();
    Exact sum = Exact.ONE.plus(root);
    assertEquals("z - (1 + sqrt(2))", new Polynomial(List.of(sum.negate(), Exact.ONE)).toString());
    assertEquals(
        "(1 + sqrt(2)) z - sqrt(2)", new Polynomial(List.of(root.negate(), sum)).toString());
  }

  /** The higher the field's degree, the fewer polynomials are searched for roots; others are. */
  @Test
  void noIntervalWhereItWouldTakeMinutes() {
    Exact roots = Exact.ZERO;
    for (long radicand : new long[] {2, 3, 5, 7, 11, 13}) {
      roots = roots.plus(SquareRoot.of(Exact.of(radicand)).orElseThrow());
    }
    Polynomial r =
        new Polynomial(
            List.of(Exact.ONE, Exact.ONE, roots, Exact.ONE, Exact.ONE, Exact.ONE, Exact.ONE));
    assertEquals(Double.NaN, StabilityFunction.realInterval(r));
    Polynomial fewer = new Polynomial(List.of(Exact.ONE, Exact.ONE, roots));
    // |R(-x)| = 1 where roots x = 1.
    assertEquals(Exact.ONE.over(roots).doubleValue(), StabilityFunction.realInterval(fewer), 1e-9);
  }

  private static Polynomial polynomial(long... coefficients) {
    return new Polynomial(List.copyOf(Arrays.stream(coefficients).mapToObj(Exact::of).toList()));
  }
}
