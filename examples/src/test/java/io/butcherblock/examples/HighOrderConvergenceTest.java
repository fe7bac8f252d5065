package io.butcherblock.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.butcherblock.dsl.Coefficients;
import io.butcherblock.nn.Catalogue;
import io.butcherblock.nn.OdeScheme;
import io.butcherblock.nn.SchemeFacts;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Programs of a high order have it: in double precision few step sizes lie between the first
 * regular errors and rounding, so these are run in 50 digits. That generated blocks compute what
 * their programs say is {@link TranslationTest}'s.
 */
class HighOrderConvergenceTest {

  /** From this order on double precision is not enough. */
  static final int HIGH = 9;

  private static final BigDecimal END = BigDecimal.valueOf(2);

  /**
   * A problem of fractions, whose solution is u = (1 / (1 + t), t / (1 + t^2)): y1' = u1' + y2^2 +
   * y1 y2 - u2^2 - u1 u2 and y2' = u2' + y1^2 - y2 + y1 y2^2 - u1^2 + u2 - u1 u2^2. The state is
   * (t, y1, y2).
   */
  private static BigDecimal[] coupled(BigDecimal[] state) {
    BigDecimal[] u = solution(state[0]);
    BigDecimal square = times(state[0], state[0]);
    BigDecimal slope1 = times(u[0], u[0]).negate();
    BigDecimal reciprocal = BigDecimal.ONE.divide(square.add(BigDecimal.ONE), DecimalBlock.DIGITS);
    BigDecimal slope2 = times(BigDecimal.ONE.subtract(square), times(reciprocal, reciprocal));
    return new BigDecimal[] {
      BigDecimal.ONE,
      slope1.add(first(state[1], state[2])).subtract(first(u[0], u[1])),
      slope2.add(second(state[1], state[2])).subtract(second(u[0], u[1]))
    };
  }

  private static BigDecimal[] solution(BigDecimal t) {
    return new BigDecimal[] {
      BigDecimal.ONE.divide(t.add(BigDecimal.ONE), DecimalBlock.DIGITS),
      t.divide(times(t, t).add(BigDecimal.ONE), DecimalBlock.DIGITS)
    };
  }

  private static BigDecimal first(BigDecimal y1, BigDecimal y2) {
    return times(y2, y2).add(times(y1, y2));
  }

  private static BigDecimal second(BigDecimal y1, BigDecimal y2) {
    return times(y1, y1).subtract(y2).add(times(y1, times(y2, y2)));
  }

  private static BigDecimal times(BigDecimal left, BigDecimal right) {
    return left.multiply(right, DecimalBlock.DIGITS);
  }

  static List<String> highOrders() {
    return Catalogue.onClassPath().schemes().values().stream()
        .map(OdeScheme::facts)
        .filter(facts -> facts.blockOrder() >= HIGH)
        .map(SchemeFacts::name)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("highOrders")
  void slopeIsTheClaimedOrder(String name) {
    OdeScheme scheme = Float64.scheme(name);
    assertEquals(scheme.facts().order(), slope(scheme, Coefficients.FROZEN), 0.2);
    assertEquals(scheme.facts().order(), slope(scheme, Coefficients.TRAINABLE), 0.2);
  }

  /** A control: what ConvergenceTest finds in double precision is found so, too. */
  @ParameterizedTest
  @CsvSource({"kutta3, 3", "classic-rk4, 4", "butcher6, 6"})
  void slopesOfLowerOrdersAreFoundToo(String name, int order) {
    assertEquals(order, slope(Float64.scheme(name), Coefficients.FROZEN), 0.2);
  }

  private static double slope(OdeScheme scheme, Coefficients coefficients) {
    return Math.log(error(scheme, coefficients, 64) / error(scheme, coefficients, 128))
        / Math.log(2);
  }

  private static double error(OdeScheme scheme, Coefficients coefficients, int blocks) {
    int steps = StartOfBlock.of(scheme.facts()).steps();
    BigDecimal h = END.divide(BigDecimal.valueOf((long) steps * blocks), DecimalBlock.DIGITS);
    DecimalBlock block =
        new DecimalBlock(scheme.program(coefficients), HighOrderConvergenceTest::coupled, h);
    BigDecimal[] state = {BigDecimal.ZERO, BigDecimal.ONE, BigDecimal.ZERO};
    for (int i = 0; i < blocks; i++) {
      state = block.forward(state);
    }
    BigDecimal[] expected = solution(END);
    return Math.hypot(
        state[1].subtract(expected[0]).doubleValue(), state[2].subtract(expected[1]).doubleValue());
  }
}
