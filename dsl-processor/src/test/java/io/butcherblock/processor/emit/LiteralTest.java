package io.butcherblock.processor.emit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.butcherblock.processor.exact.Exact;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LiteralTest {

  /** The last numerator is no double, and the quotient of the nearest one is another number. */
  @ParameterizedTest
  @CsvSource({
    "-2, 1, -2.0",
    "1, 6, 1.0 / 6",
    "1, 999999999, 1.0 / 999999999",
    "1, 1000000000, 1.0 / 1000000000.0",
    "9007199254740993, 7, 1.2867427506772848E15",
    "-9007199254740993, 7, -1.2867427506772848E15",
    "1, 9007199254740993, 1.1102230246251564E-16"
  })
  void quotientsAreRoundedOnce(long numerator, long denominator, String literal) {
    assertEquals(literal, Literal.of(Exact.of(numerator, denominator)).toString());
  }

  /** The coefficient of z^2 in R(z) is one, of 1e200 as an abscissa and as a weight. */
  @Test
  void numbersAboveAllDoublesAreInfinite() {
    Exact huge = Exact.of(10).pow(400);
    assertEquals("java.lang.Double.POSITIVE_INFINITY", Literal.of(huge).toString());
    assertEquals("java.lang.Double.NEGATIVE_INFINITY", Literal.of(huge.negate()).toString());
    assertEquals("java.lang.Double.NEGATIVE_INFINITY", Literal.of(-1.0 / 0).toString());
    assertEquals("java.lang.Double.NaN", Literal.of(Double.NaN).toString());
  }
}
