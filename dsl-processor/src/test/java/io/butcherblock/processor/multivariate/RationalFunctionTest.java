package io.butcherblock.processor.multivariate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.multivariate.ZeroInBox.Range;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RationalFunctionTest {

  private static final RationalFunction A = RationalFunction.variable("a");
  private static final RationalFunction B = RationalFunction.variable("b");
  private static final RationalFunction ONE = RationalFunction.ONE;
  private static final RationalFunction TWO = RationalFunction.constant(Exact.of(2));

  @Test
  void identitiesAreFound() {
    // 1/(a (a + 1)) = 1/a - 1/(a + 1), whatever the denominators were multiplied of.
    RationalFunction left = ONE.over(A.times(A.plus(ONE)));
    RationalFunction right = ONE.over(A).minus(ONE.over(A.plus(ONE)));
    assertTrue(left.isSame(right));
    assertFalse(left.isSame(ONE.over(A)));
    // (a^2 - b^2)/(a - b) = a + b
    RationalFunction quotient = A.times(A).minus(B.times(B)).over(A.minus(B));
    assertEquals("a + b", quotient.toString());
    assertTrue(A.over(A).isConstant());
  }

  @Test
  void textIsThatOfABook() {
    assertEquals("(2 a - 1)/(2 a)", ONE.minus(ONE.over(TWO.times(A))).toString());
    assertEquals("1/(2 a)", ONE.over(TWO.times(A)).toString());
    assertEquals("1 - a", ONE.minus(A).toString());
    assertEquals("1/(a (a + 1))", ONE.over(A.times(A.plus(ONE))).toString());
    assertEquals("0", A.minus(A).toString());
  }

  @Test
  void valuesAreExact() {
    RationalFunction function = A.plus(B).over(A.minus(B));
    assertEquals(Exact.of(-5), function.at(Map.of("a", Exact.of(1, 3), "b", Exact.of(1, 2))));
  }

  @Test
  void zerosAreFoundInBoxes() {
    Map<String, Range> box =
        Map.of("a", new Range(Exact.ZERO, Exact.of(2)), "b", new Range(Exact.of(3), Exact.of(4)));
    assertEquals("for a = 1/2", zero(A.times(TWO).minus(ONE), box));
    assertEquals("for a = about 1.41421", zero(A.times(A).minus(TWO), box));
    assertEquals("for a = 2", zero(A.minus(TWO), box));
    assertEquals("none", zero(A.plus(ONE), box));
    assertEquals("none", zero(B.minus(A), box));
    assertEquals("for a = 0, b = 3", zero(A.times(B.plus(A)), box));
    assertTrue(zero(A.times(TWO).minus(B).plus(ONE.over(TWO)), box).startsWith("near a = "));
  }

  private static String zero(RationalFunction function, Map<String, Range> box) {
    return ZeroInBox.of(function.numerator(), box).orElse("none");
  }
}
