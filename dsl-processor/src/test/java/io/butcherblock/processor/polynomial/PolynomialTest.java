package io.butcherblock.processor.polynomial;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.exact.SquareRoot;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolynomialTest {

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

  private static Polynomial polynomial(long... coefficients) {
    return new Polynomial(List.copyOf(Arrays.stream(coefficients).mapToObj(Exact::of).toList()));
  }
}
