package io.butcherblock.processor.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.butcherblock.processor.model.Exact;
import io.butcherblock.processor.model.SquareRoot;
import java.util.Arrays;
import java.util.List;
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
    // 1 + z + roots z^2 + z^3: 1 - R(-x)^2 has degree 6.
    Polynomial r = new Polynomial(List.of(Exact.ONE, Exact.ONE, roots, Exact.ONE));
    assertEquals(Double.NaN, StabilityFunction.realInterval(r));
    Polynomial fewer = new Polynomial(List.of(Exact.ONE, Exact.ONE, roots));
    // |R(-x)| = 1 where roots x = 1.
    assertEquals(Exact.ONE.over(roots).doubleValue(), StabilityFunction.realInterval(fewer), 1e-9);
  }

  private static Polynomial polynomial(long... coefficients) {
    return new Polynomial(List.copyOf(Arrays.stream(coefficients).mapToObj(Exact::of).toList()));
  }
}
