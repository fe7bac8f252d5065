package io.butcherblock.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.testing.compile.JavaFileObjects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The slips of somebody who types a recurrence of Hairer, N&oslash;rsett and Wanner I: Adams'
 * methods of section III.1, St&ouml;rmer's of III.10.
 */
class RecurrenceSlipsTest {

  private static String of(String elements) {
    return CompilerTesting.diagnostics(
        CompilerTesting.process(
            JavaFileObjects.forSourceString(
                "Scheme",
                "@io.butcherblock.dsl.LinearMultistep("
                    + "history = io.butcherblock.dsl.History.CARRIED, steps = 1, "
                    + elements
                    + ") interface Scheme {}")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        // Numbers that are exchanged, with their signs or without.
        "4; y[n] + 59/24 h f[n] - 55/24 h f[n-1] + 37/24 h f[n-2] - 9/24 h f[n-3];"
            + " With 55/24 as the coefficient of f[n] and -59/24 as that of f[n-1], order 4 holds.",
        "4; y[n] + 55/24 h f[n] - 59/24 h f[n-1] + 9/24 h f[n-2] - 37/24 h f[n-3];"
            + " With 37/24 as the coefficient of f[n-2] and -9/24 as that of f[n-3], order 4"
            + " holds.",
        "4; y[n] + 55/24 h f[n] + 37/24 h f[n-1] - 59/24 h f[n-2] - 9/24 h f[n-3];"
            + " With -59/24 as the coefficient of f[n-1] and 37/24 as that of f[n-2], order 4"
            + " holds.",
        "3; 2 y[n] - y[n-1] + 1/6 h^2 f[n] - 13/12 h^2 f[n-1] + 1/12 h^2 f[n-2];"
            + " With 13/12 as the coefficient of f[n] and -1/6 as that of f[n-1], order 3 holds.",
        // Terms that were left out, the last one among them.
        "4; y[n] + 55/24 h f[n] - 59/24 h f[n-1] - 9/24 h f[n-3];"
            + " With the term 37/24 h f[n-2] added, order 4 holds.",
        "2; y[n] + 3/2 h f[n]; With the term -1/2 h f[n-1] added, order 2 holds.",
        "2; 2 y[n] + h^2 f[n]; With the term -y[n-1] added, order 2 holds.",
        // An index one step farther back than all others.
        "2; y[n] + 2 h f[n]; With y[n-1] instead of y[n], order 2 holds.",
        // A common denominator.
        "3; y[n] + 23/21 h f[n] - 16/21 h f[n-1] + 5/21 h f[n-2];"
            + " With all coefficients of f multiplied by 7/4, order 3 holds.",
      })
  void aSlipIsNamed(int order, String rightSide, String advice) {
    String text = of("order = %s, value = \"y[n+1] = %s\"".formatted(order, rightSide));
    assertTrue(text.contains(advice), text);
  }

  /** The corrector and the predictor of Adams, Bashforth and Moulton, of order 3 and 2. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "8/12 h f[n+1] + 5/12; 3/2 h f[n] - 1/2;"
            + " With 5/12 as the coefficient of f[n+1] and 8/12 as that of f[n], order 3 holds.",
        "5/12 h f[n+1] + 8/12; 1/2 h f[n] - 3/2;"
            + " In the predictor, with 3/2 as the coefficient of f[n] and -1/2 as that of f[n-1],"
            + " order 3 holds.",
      })
  void exchangedNumbersOfAPairAreNamed(String corrector, String predictor, String advice) {
    String text =
        of(
            "order = 3, value = \"y[n+1] = y[n] + %s h f[n] - 1/12 h f[n-1]\", predictor = \"y[n+1] = y[n] + %s h f[n-1]\""
                .formatted(corrector, predictor));
    assertTrue(text.contains(advice), text);
  }

  /** Of f = c h g the coefficients are named as they are written, without c = 1/2. */
  @Test
  void whereTheStepSizeIsAbsorbedNumbersAreNamedAsTheyStand() {
    String text =
        of(
            "order = 2, absorbsStepSize = true, value = \"y[n+1] = 1/2 y[n] + 1/2 y[n-1] - 1/2 f[n]"
                + " + 7/2 f[n-1]\"");
    assertTrue(
        text.contains(
            "With 7/2 as the coefficient of f[n] and -1/2 as that of f[n-1], order 2 holds."),
        text);
  }

  /** Two numbers are wrong, and no exchange mends them: nothing is promised. */
  @Test
  void ofTwoSlipsNothingIsPromised() {
    String text =
        of(
            "order = 4, value = \"y[n+1] = y[n] + 54/24 h f[n] - 59/24 h f[n-1] + 37/24 h f[n-2]"
                + " - 8/24 h f[n-3]\"");
    assertFalse(text.contains(" With "), text);
    assertEquals(1, text.split("ERROR", -1).length - 1, text);
  }
}
