package io.butcherblock.processor.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.butcherblock.processor.model.Exact;
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

  private static Polynomial polynomial(long... coefficients) {
    return new Polynomial(List.copyOf(Arrays.stream(coefficients).mapToObj(Exact::of).toList()));
  }
}
