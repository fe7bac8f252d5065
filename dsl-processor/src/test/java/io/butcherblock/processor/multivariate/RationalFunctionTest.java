package io.butcherblock.processor.multivariate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.multivariate.ZeroInBox.Range;
import java.util.Map;
import java.util.Set;
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

  @Test
  void variablesAreThoseOfBothSides() {
    assertEquals(Set.of("a", "b"), B.over(A).variables());
    assertEquals(Set.of(), A.over(A).variables());
  }

  /** What is divided by cancels as often as it occurs below, and no oftener. */
  @Test
  void commonFactorsCancelOnce() {
    RationalFunction sum = A.plus(ONE);
    assertEquals("a + 1", sum.times(sum).over(sum).toString());
    assertEquals("a^2 + 2 a + 1", sum.times(sum).times(sum).over(sum).toString());
  }

  /** Monomials of one degree are told apart by any of their variables. */
  @Test
  void monomialsAreOrderedByEachVariable() {
    RationalFunction c = RationalFunction.variable("c");
    assertEquals(
        "a b^2 + a b c + a c^2",
        A.times(B).times(c).plus(A.times(c).times(c)).plus(A.times(B).times(B)).toString());
  }

  /** (a^2 + 1024 a + 3)/(a + 1)^2: three terms above, two in the factor below. */
  @Test
  void sizes() {
    RationalFunction above =
        A.times(A)
            .plus(A.times(RationalFunction.constant(Exact.of(1024))))
            .plus(RationalFunction.constant(Exact.of(3)));
    RationalFunction sum = A.plus(ONE);
    RationalFunction quotient = above.over(sum.times(sum));
    assertEquals("(a^2 + 1024 a + 3)/(a^2 + 2 a + 1)", quotient.toString());
    assertEquals(6, quotient.terms());
    assertEquals(11, quotient.bitLength());
    assertEquals(11, above.bitLength());
    RationalFunction below = ONE.over(A.plus(RationalFunction.constant(Exact.of(1, 512))));
    assertEquals(10, below.bitLength());
  }
}
