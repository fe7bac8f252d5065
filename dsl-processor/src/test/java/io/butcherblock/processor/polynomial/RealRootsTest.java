package io.butcherblock.processor.polynomial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.exact.Interval;
import io.butcherblock.processor.exact.Work;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Polynomials whose roots are known: each is found once, and lies in its interval. */
class RealRootsTest {

  private static final int ACCURACY = 80;

  private static Polynomial withRoots(List<Exact> roots) {
    Polynomial product = Polynomial.ONE;
    for (Exact root : roots) {
      product = product.times(new Polynomial(List.of(root.negate(), Exact.ONE)));
    }
    return product;
  }

  private static void assertFound(List<Exact> roots, Exact low, Exact high) {
    RealRoots search = new RealRoots(withRoots(roots), low, high, new Work());
    List<Interval> found = search.fractions(ACCURACY);
    assertEquals(roots.size(), found.size());
    for (int i = 0; i < roots.size(); i++) {
      Interval fraction = found.get(i);
      Exact root = roots.get(i).minus(low).over(high.minus(low));
      Exact unit = Exact.ONE.over(Exact.of(2).pow(fraction.bits()));
      assertTrue(unit.times(fraction.low()).compareTo(root) <= 0, root::toString);
      assertTrue(unit.times(fraction.high()).compareTo(root) >= 0, root::toString);
      assertTrue(fraction.width().bitLength() <= fraction.bits() - ACCURACY, root::toString);
    }
  }

  /** The first part is cut at 499/1024, which 256 bits do not tell the second root from. */
  @Test
  void aRootBesideACutIsFoundOnce() {
    for (int side : new int[] {-1, 1}) {
      Exact beside = Exact.of(499, 1024).plus(Exact.of(side).over(Exact.of(2).pow(300)));
      assertFound(List.of(Exact.of(1, 4), beside, Exact.of(3, 4)), Exact.ZERO, Exact.ONE);
    }
  }

  /** Wilkinson's polynomial of degree 20, without the roots that are not asked for. */
  @Test
  void onlyRootsBetweenTheEndsAreFound() {
    List<Exact> all = new ArrayList<>();
    for (int k = 1; k <= 20; k++) {
      all.add(Exact.of(k));
    }
    assertFound(all, Exact.of(1, 3), Exact.of(41, 2));
    RealRoots some = new RealRoots(withRoots(all), Exact.of(7, 3), Exact.of(19, 3), new Work());
    assertEquals(4, some.fractions(ACCURACY).size());
    assertEquals(1, some.firstFraction(ACCURACY).stream().count());
  }

  /** Multiple roots count once, and two that are 10^-30 apart twice. */
  @Test
  void rootsCountOnceHoweverNear() {
    Exact third = Exact.of(1, 3);
    Exact near = third.plus(Exact.ONE.over(Exact.of(10).pow(30)));
    assertFound(List.of(third, near), Exact.of(-1), Exact.ONE);
    Polynomial repeated = withRoots(List.of(third, third, third, near));
    assertEquals(
        2, new RealRoots(repeated, Exact.of(-1), Exact.ONE, new Work()).fractions(120).size());
  }

  /** t (t - 1) (2 t^2 - 1) (3 t - 1), its square, and the same without the root 0. */
  @Test
  void rootsAtTheEndsStandInOrderWithTheOthers() {
    Polynomial inside =
        new Polynomial(List.of(Exact.of(-1), Exact.ZERO, Exact.of(2)))
            .times(new Polynomial(List.of(Exact.of(-1), Exact.of(3))));
    Polynomial withHigh = inside.times(withRoots(List.of(Exact.ONE)));
    Polynomial withBoth = withHigh.times(withRoots(List.of(Exact.ZERO)));
    for (Polynomial p : List.of(withBoth, withBoth.times(withBoth))) {
      assertEquals(
          "[0, 1/3, about 0.707107, 1]", RootsInInterval.of(p, Exact.ZERO, Exact.ONE).toString());
    }
    assertEquals(
        "[1/3, about 0.707107, 1]", RootsInInterval.of(withHigh, Exact.ZERO, Exact.ONE).toString());
  }
}
