package io.butcherblock.processor.multivariate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.exact.TooMuchWork;
import io.butcherblock.processor.multivariate.ZeroInBox.Range;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where a polynomial of several variables has a zero in a box, and where it has none. */
class ZeroInBoxTest {

  private static final RationalFunction A = RationalFunction.variable("a");
  private static final RationalFunction B = RationalFunction.variable("b");

  private static RationalFunction number(long numerator, long denominator) {
    return RationalFunction.constant(Exact.of(numerator, denominator));
  }

  private static Range range(Exact low, Exact high) {
    return new Range(low, high);
  }

  private static Map<String, Range> square(long low, long high) {
    Range side = range(Exact.of(low), Exact.of(high));
    return Map.of("a", side, "b", side);
  }

  private static String zero(RationalFunction function, Map<String, Range> box) {
    return ZeroInBox.of(function.numerator(), box).orElse("none");
  }

  private static RationalFunction squared(RationalFunction function) {
    return function.times(function);
  }

  /** (a - 1)^2 + (b - 1)^2 = 1/4, a circle inside: all corners have the same sign. */
  @Test
  void aCurveThatMeetsNoCornerIsFound() {
    RationalFunction one = RationalFunction.ONE;
    RationalFunction circle = squared(A.minus(one)).plus(squared(B.minus(one)));
    // On the diagonal at 1 - sqrt(2)/4.
    assertEquals("near a = 0.646447, b = 0.646447", zero(circle.minus(number(1, 4)), square(0, 2)));
    assertEquals("none", zero(circle.plus(number(1, 4)), square(0, 2)));
  }

  @Test
  void aZeroBetweenCornersIsShown() {
    assertEquals("near a = 0, b = 1", zero(A.plus(B).minus(number(1, 1)), square(0, 2)));
    assertEquals("near a = 0, b = 0.333333", zero(A.plus(B).minus(number(1, 3)), square(0, 2)));
    assertEquals("near a = 0, b = 1.66667", zero(number(5, 3).minus(A.plus(B)), square(0, 2)));
  }

  @Test
  void numbersOfUpToTwelveCharactersAreShownExactly() {
    Exact end = Exact.of(12345, 678901);
    Range other = range(Exact.of(3), Exact.of(4));
    RationalFunction corner = A.minus(RationalFunction.constant(end)).plus(B.minus(number(3, 1)));
    assertEquals(
        "for a = 12345/678901, b = 3",
        zero(corner, Map.of("a", range(end, Exact.ONE), "b", other)));
    Exact longer = Exact.of(123451, 678901);
    corner = A.minus(RationalFunction.constant(longer)).plus(B.minus(number(3, 1)));
    assertEquals(
        "for a = 0.181839, b = 3", zero(corner, Map.of("a", range(longer, Exact.ONE), "b", other)));
  }

  /** Powers count as often as they say: 3 - 11/4 is above 0, though 9 - 121/8 is not. */
  @Test
  void aBoxIsEnclosedByEachPower() {
    Range a = range(Exact.of(3), Exact.of(4));
    Range b = range(Exact.of(9, 2), Exact.of(11, 2));
    assertEquals("none", zero(A.minus(B.times(number(1, 2))), Map.of("a", a, "b", b)));
  }

  /** b^2 - 3 b + 5/2 is 1/4 or more: only halves of the longer side of the box show it. */
  @Test
  void theLongestSideIsDivided() {
    RationalFunction polynomial =
        squared(B).minus(B.times(number(3, 1))).plus(number(5, 2)).plus(A);
    Range thin = range(Exact.ZERO, Exact.of(1, 100));
    Range wide = range(Exact.ZERO, Exact.of(3));
    assertEquals("none", zero(polynomial, Map.of("a", thin, "b", wide)));
    RationalFunction turned = squared(A).minus(A.times(number(3, 1))).plus(number(5, 2)).plus(B);
    assertEquals("none", zero(turned, Map.of("a", wide, "b", thin)));
  }

  /** (a - b - 1/3)^2 is 0 on a line that meets no corner of halves, and never negative. */
  @Test
  void whatCannotBeDecidedIsNot() {
    RationalFunction touching = squared(A.minus(B).minus(number(1, 3)));
    Map<String, Range> box = square(0, 1);
    assertThrows(TooMuchWork.class, () -> ZeroInBox.of(touching.numerator(), box));
  }

  /** Of six variables a part has 64 corners, and all 20000 parts would take half a minute. */
  @Test
  void partsInManyVariablesAreFewer() {
    RationalFunction touching = squared(A.minus(B).minus(number(1, 3)));
    Map<String, Range> box = new HashMap<>(square(0, 1));
    for (String name : List.of("c", "d", "e", "g")) {
      RationalFunction next = RationalFunction.variable(name);
      touching = touching.plus(squared(next.minus(A).minus(number(1, 3))));
      box.put(name, range(Exact.ZERO, Exact.ONE));
    }
    RationalFunction sum = touching;
    assertTimeout(
        Duration.ofSeconds(8),
        () -> assertThrows(TooMuchWork.class, () -> ZeroInBox.of(sum.numerator(), box)));
  }
}
