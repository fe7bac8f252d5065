package io.butcherblock.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A scheme with several square roots on its way through javac. */
class SquareRootsTest {

  private static final MathContext DIGITS = new MathContext(60);

  /** Three stages, c_2 = sqrt(2)/2 and c_3 = sqrt(3)/2; the conditions of order 3 give the rest. */
  private static final String SCHEME =
      """
      package odes;

      /** . */
      @io.butcherblock.dsl.ButcherTableau(order = 3, value = \"""
          0         |
          sqrt(2)/2 | sqrt(2)/2
          sqrt(3)/2 | sqrt(3)/2-(3-sqrt(6))/(4*sqrt(2)-6) (3-sqrt(6))/(4*sqrt(2)-6)
          ----------+--------------------------------------------------------------
                    | 1-(3*sqrt(3)-4)/(3*sqrt(6)-6)-(4-3*sqrt(2))/(9-3*sqrt(6)) %s %s
          \""")
      public interface Roots3 {}
      """;

  private static final String B2 = "(3*sqrt(3)-4)/(3*sqrt(6)-6)";
  private static final String B3 = "(4-3*sqrt(2))/(9-3*sqrt(6))";

  private static String source(String b2, String b3) {
    return SCHEME.formatted(b2, b3);
  }

  @Test
  void literalsAreTheNearestDoubles() throws IOException {
    Compilation compilation =
        CompilerTesting.compile(JavaFileObjects.forSourceString("odes.Roots3", source(B2, B3)));
    assertEquals("\n", CompilerTesting.diagnostics(compilation));
    String block = CompilerTesting.generated(compilation, "Roots3FrozenBlock");
    for (BigDecimal number : coefficients()) {
      String literal = Double.toString(number.doubleValue());
      assertTrue(block.contains("h * " + literal + ", k"), literal + " is not in\n" + block);
    }
  }

  /** a_21, a_31, a_32, b_1, b_2, b_3 from the order conditions, in decimals. */
  private static List<BigDecimal> coefficients() {
    BigDecimal half = new BigDecimal("0.5");
    BigDecimal c2 = half.multiply(BigDecimal.valueOf(2).sqrt(DIGITS));
    BigDecimal c3 = half.multiply(BigDecimal.valueOf(3).sqrt(DIGITS));
    BigDecimal third = BigDecimal.ONE.divide(BigDecimal.valueOf(3), DIGITS);
    BigDecimal difference = c3.subtract(c2);
    BigDecimal b2 = half.multiply(c3).subtract(third).divide(c2.multiply(difference), DIGITS);
    BigDecimal b3 = third.subtract(half.multiply(c2)).divide(c3.multiply(difference), DIGITS);
    BigDecimal a32 = half.multiply(third).divide(b3.multiply(c2), DIGITS);
    return List.of(c2, c3.subtract(a32), a32, BigDecimal.ONE.subtract(b2).subtract(b3), b2, b3);
  }

  /** Each number off by a little is refused; so is a root that is taken for its neighbour. */
  @ParameterizedTest
  @ValueSource(strings = {"1/1000000", "sqrt(7)/1000000", "(sqrt(10)+sqrt(11)-sqrt(5)-sqrt(18))"})
  void disturbed(String disturbance) {
    for (String weights :
        List.of(B2 + "+" + disturbance + " " + B3, B2 + " " + B3 + "-" + disturbance)) {
      String[] both = weights.split(" ", -1);
      String text =
          CompilerTesting.diagnostics(
              CompilerTesting.process(
                  JavaFileObjects.forSourceString("odes.Roots3", source(both[0], both[1]))));
      assertTrue(text.startsWith("ERROR line 4\n[OrderTooHigh] Roots3 claims order 3, but "), text);
    }
  }

  /** Two spellings of one number: sqrt(2)+sqrt(3) = sqrt(5+2*sqrt(6)). */
  @Test
  void nestedRoots() {
    String nested = "(3*(sqrt(5+2*sqrt(6))-sqrt(2))-4)/(3*sqrt(6)-6)";
    assertEquals(
        "\n",
        CompilerTesting.diagnostics(
            CompilerTesting.compile(
                JavaFileObjects.forSourceString("odes.Roots3", source(nested, B3)))));
  }

  /** What explodes is refused at once: by its digits, by its brackets, or by its roots. */
  @ParameterizedTest
  @ValueSource(ints = {301, 5_000, 60_000})
  void longNumbers(int digits) {
    String number = "1" + "0".repeat(digits - 1);
    for (String entry : List.of(number, "1/" + number, "0." + number, factors(digits))) {
      String text =
          CompilerTesting.diagnostics(
              CompilerTesting.process(
                  JavaFileObjects.forSourceString("odes.Roots3", source(entry, B3))));
      assertTrue(
          text.startsWith("ERROR line 4\n[BadCoefficient] Roots3: this number is too"), entry);
    }
  }

  /** A product of about as many characters. */
  private static String factors(int characters) {
    String[] factors = new String[Math.max(40, characters / 11)];
    Arrays.fill(factors, "9999999999");
    return String.join("*", factors);
  }
}
