package io.butcherblock.processor.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;

class ShortTextTest {

  private static Exact decimal(String digits) {
    return digits.startsWith("-")
        ? decimal(digits.substring(1)).negate()
        : Exact.of(
            BigFraction.of(
                new BigDecimal(digits).unscaledValue(),
                BigInteger.TEN.pow(new BigDecimal(digits).scale())));
  }

  private static final Exact ROOT = SquareRoot.of(Exact.of(2)).orElseThrow();

  @Test
  void shortNumbersAreExact() {
    assertEquals("-1/6", ShortText.of(Exact.of(-1, 6)));
    assertEquals("1 - 1/2 sqrt(2)", ShortText.of(Exact.ONE.minus(ROOT.times(Exact.of(1, 2)))));
    assertEquals("0", ShortText.ofDifference(Exact.ZERO));
    assertEquals("-1/24", ShortText.ofDifference(Exact.of(-1, 24)));
  }

  @Test
  void longFractionsAreDecimals() {
    assertEquals("0.9800255409045097", ShortText.of(decimal("0.9800255409045097")));
    assertEquals("-0.00000000000000000001", ShortText.of(decimal("-0.00000000000000000001")));
    assertEquals(
        "0.33333333330000000...", ShortText.of(Exact.of(10_000_000_000_000L, 30_000_000_003_000L)));
    Exact third600 = Exact.of(1, 3).pow(600);
    assertEquals("5.3363851653771076E-287...", ShortText.of(third600));
  }

  @Test
  void noDigitIsLost() {
    assertEquals("161/1000", ShortText.exact(decimal("0.161")));
    assertEquals("-0.06626458266981849", ShortText.exact(decimal("-0.06626458266981849")));
    assertEquals(
        "10000000000/30000000003", ShortText.exact(Exact.of(10_000_000_000L, 30_000_000_003L)));
    assertEquals("1/1180591620717411303424", ShortText.exact(Exact.of(1, 2).pow(70)));
  }

  @Test
  void differencesAreSizes() {
    assertEquals("-1.7e-16", ShortText.ofDifference(decimal("-0.00000000000000017")));
    assertEquals("about -1.7e-16", ShortText.ofDifference(decimal("-0.000000000000000171")));
    assertEquals("1e-15", ShortText.ofDifference(decimal("0.000000000000001")));
    assertEquals("about 1.4e-8", ShortText.ofDifference(ROOT.times(decimal("0.00000001"))));
    // Far below what a double can hold.
    assertEquals(
        "about 5.2e-479",
        ShortText.ofDifference(Exact.of(1, 3).pow(1000).times(decimal("0.0687"))));
  }

  /** sqrt(2) - 1 = 0.414213562373095048801688724209698..., with digits that no double has. */
  @Test
  void irrationalNumbersOfAnySize() {
    Exact number = ROOT.minus(Exact.ONE);
    Exact large = Exact.of(10).pow(400);
    assertEquals("about 4.1e399", ShortText.ofDifference(number.times(large)));
    assertEquals("about -4.1e-401", ShortText.ofDifference(number.over(large).negate()));
    assertEquals("4.1421356237309504E+399...", ShortText.of(number.times(large)));
  }

  @Test
  void aNumberCloseToAnother() {
    Exact third = Exact.of(1, 3);
    assertEquals(
        "1/3 - 1e-22", ShortText.near(third.minus(decimal("0.0000000000000000000001")), third));
    assertEquals(
        "1/3 + 1.2e-22", ShortText.near(third.plus(decimal("0.00000000000000000000012")), third));
    assertEquals("1/4", ShortText.near(Exact.of(1, 4), third));
    assertEquals("1/3", ShortText.near(third, third));
  }

  /** What is to be typed has no spaces, and is exact. */
  @Test
  void entries() {
    assertEquals("-1/6", ShortText.entry(Exact.of(-1, 6)));
    assertEquals("1-1/2*sqrt(2)", ShortText.entry(Exact.ONE.minus(ROOT.times(Exact.of(1, 2)))));
    assertEquals("-sqrt(2)", ShortText.entry(ROOT.negate()));
    assertEquals("0.12345678901234567", ShortText.entry(decimal("0.12345678901234567")));
    assertEquals(
        Exact.of(10_000_000_000_000L, 30_000_000_003_000L).toString(),
        ShortText.entry(Exact.of(10_000_000_000_000L, 30_000_000_003_000L)));
  }
}
