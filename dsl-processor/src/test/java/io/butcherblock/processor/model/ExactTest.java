package io.butcherblock.processor.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;

class ExactTest {

  private static Exact root(long radicand) {
    return SquareRoot.of(BigFraction.of(radicand)).orElseThrow();
  }

  @Test
  void rootsAreSimplified() {
    assertEquals("2 sqrt(3)", root(12).toString());
    assertEquals(Exact.of(6), root(36));
    assertEquals("1/2 sqrt(2)", SquareRoot.of(BigFraction.of(1, 2)).orElseThrow().toString());
    assertEquals(Exact.of(2), root(2).times(root(2)));
  }

  @Test
  void quotientUndoesProduct() {
    Exact a = Exact.of(2, 3).plus(root(5).times(Exact.of(-7, 4)));
    Exact b = Exact.of(-5, 11).plus(root(5));
    assertEquals(a, a.times(b).over(b));
    assertThrows(ArithmeticException.class, () -> a.over(Exact.ZERO));
  }

  @Test
  void signIsExactWhereDoublesCancel() {
    // (1 + sqrt 2)^-41 by its conjugate: both parts are near 10^15 and the sum is near 10^-16.
    Exact small = root(2).minus(Exact.ONE).pow(41);
    assertEquals(1, small.signum());
    assertEquals(-1, small.negate().signum());
    assertEquals(Math.pow(Math.sqrt(2) - 1, 41), small.doubleValue(), 1e-28);
    assertTrue(small.compareTo(small.times(Exact.of(2))) < 0);
  }

  @Test
  void twoFieldsDoNotMix() {
    assertThrows(MixedRadicalsException.class, () -> root(2).plus(root(3)));
  }

  @Test
  void doublesAreRoundedOnce() {
    assertEquals(1.0 / 3, Exact.of(1, 3).doubleValue());
    assertEquals(Math.sqrt(2), root(2).doubleValue());
    assertEquals(-2187.0 / 6784, Exact.of(-2187, 6784).doubleValue());
  }
}
