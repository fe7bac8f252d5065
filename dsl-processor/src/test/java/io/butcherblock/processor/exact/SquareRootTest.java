package io.butcherblock.processor.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SquareRootTest {

  @Test
  void rootOfASquare() {
    Random random = new Random(4);
    for (int i = 0; i < 60; i++) {
      Exact sum = Exact.of(random.nextInt(9) - 4);
      for (long radicand : new long[] {2, 3, 5}) {
        Exact factor = Exact.of(random.nextInt(7) - 3);
        sum = sum.plus(factor.times(ExactTest.root(radicand)));
      }
      assertEquals(Optional.of(sum.abs()), SquareRoot.of(sum.times(sum)));
    }
  }

  /** A fraction of two numbers below 0 is one above 0, and so is its root. */
  @Test
  void rootOfAQuotientOfNegativeNumbers() {
    assertEquals(Optional.of(Exact.of(2, 3)), SquareRoot.of(Exact.of(-4).over(Exact.of(-9))));
    assertEquals("1/2 sqrt(6)", text(Exact.of(-3).over(Exact.of(-2))));
    assertEquals("sqrt(2)", text(Exact.of(-2).over(Exact.of(-4)).times(Exact.of(4))));
    Exact nested = Exact.of(-3).over(Exact.of(-1)).plus(ExactTest.root(8));
    assertEquals("1 + sqrt(2)", text(nested));
  }

  @Test
  void nestedRoots() {
    Exact root8 = ExactTest.root(8);
    assertEquals("1 + sqrt(2)", text(Exact.of(3).plus(root8)));
    assertEquals("-1 + sqrt(2)", text(Exact.of(3).minus(root8)));
    // sqrt((3 + sqrt(5)) / 2) is the golden ratio.
    assertEquals("1/2 + 1/2 sqrt(5)", text(Exact.of(3).plus(ExactTest.root(5)).over(Exact.of(2))));
    assertEquals("1/2 sqrt(2) + 1/2 sqrt(6)", text(Exact.of(2).plus(ExactTest.root(3))));
  }

  @Test
  void rootsOfRootsThatStayNested() {
    for (Exact radicand :
        List.of(
            ExactTest.root(2),
            Exact.ONE.plus(ExactTest.root(2)),
            Exact.of(2).plus(ExactTest.root(2)),
            Exact.of(9).plus(ExactTest.root(2)).plus(ExactTest.root(3)))) {
      assertEquals(Optional.empty(), SquareRoot.of(radicand), radicand::toString);
    }
  }

  private static String text(Exact radicand) {
    return SquareRoot.of(radicand).orElseThrow().toString();
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1",
    "1, 2 2",
    "2, 2 3",
    "2, 2 3 6",
    "2, 6 10 15",
    "3, 2 6 30",
    "3, 30 42 70 2 15",
    "4, 2 3 5 7 210 1 6 35",
  })
  void independentRadicands(int independent, String radicands) {
    assertEquals(
        independent,
        Radicands.independent(
            Arrays.stream(radicands.split(" ", -1)).map(BigInteger::new).toList()));
  }
}
