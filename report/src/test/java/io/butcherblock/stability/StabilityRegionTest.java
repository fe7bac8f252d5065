package io.butcherblock.stability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Regions that textbooks print: Hairer, Wanner II, sections IV.2 and V.1. */
class StabilityRegionTest {

  @Test
  void eulersIsTheDiscAroundMinusOne() {
    StabilityRegion region = new StabilityRegion(List.of(List.of(-1.0, 1.0), List.of(-1.0)));
    assertTrue(region.hasInterior());
    assertFalse(region.isMultistep());
    assertExtent(-2, 0, 1, region);
    assertTrue(region.boundary().stream().allMatch(z -> isOnEulersCircle(z)));
    assertTrue(region.contains(new Complex(-1, 0.99)));
    assertFalse(region.contains(new Complex(0.01, 0)));
  }

  /** R(z) = 1 + z + z^2/2 + z^3/6 + z^4/24: the ends on the axes are -2.785294 and 2 sqrt(2) i. */
  @Test
  void thatOfOrderFourReachesIntoTheRightHalfPlane() {
    StabilityRegion region =
        new StabilityRegion(
            List.of(
                List.of(-1.0, 1.0),
                List.of(-1.0),
                List.of(-1.0 / 2),
                List.of(-1.0 / 6),
                List.of(-1.0 / 24)));
    assertTrue(region.contains(new Complex(-2.785, 0)));
    assertFalse(region.contains(new Complex(-2.786, 0)));
    assertTrue(region.contains(new Complex(0, 2.828)));
    assertFalse(region.contains(new Complex(0, 2.829)));
    assertTrue(region.contains(new Complex(0.2, 2.3)));
    assertEquals(-2.785294, region.extent().left(), 1e-2);
  }

  @Test
  void thatOfAdamsBashforthOfTwoStepsEndsAtMinusOne() {
    StabilityRegion region =
        new StabilityRegion(List.of(List.of(0.0, -1.0, 1.0), List.of(0.5, -1.5)));
    assertTrue(region.isMultistep());
    assertTrue(region.contains(new Complex(-0.999, 0)));
    assertFalse(region.contains(new Complex(-1.001, 0)));
    assertFalse(region.contains(new Complex(0, 0.1)));
    assertEquals(-1, region.extent().left(), 1e-9);
  }

  @Test
  void leapfrogsIsAPieceOfTheImaginaryAxis() {
    StabilityRegion region =
        new StabilityRegion(List.of(List.of(-1.0, 0.0, 1.0), List.of(0.0, -2.0)));
    assertFalse(region.hasInterior());
    assertFalse(region.contains(new Complex(0, 0.5)));
    assertExtent(0, 0, 1, region);
  }

  /** y[n+1] = y[n-3] + h (8/3 f[n] - 4/3 f[n-1] + 8/3 f[n-2]) is symmetric, as leapfrog is. */
  @Test
  void thatOfMilnesPredictorIsAShorterPiece() {
    StabilityRegion region =
        new StabilityRegion(
            List.of(List.of(-1.0, 0.0, 0.0, 0.0, 1.0), List.of(0.0, -8.0 / 3, 4.0 / 3, -8.0 / 3)));
    assertFalse(region.hasInterior());
    assertTrue(region.extent().width() < 1e-9);
    assertTrue(region.extent().top() > 0.4 && region.extent().top() < 0.5);
  }

  /** Nystroem's scheme of three steps: its root -1 grows wherever 1 does not. */
  @Test
  void thatOfNystroemIsZero() {
    StabilityRegion region =
        new StabilityRegion(
            List.of(List.of(0.0, -1.0, 0.0, 1.0), List.of(-1.0 / 3, 2.0 / 3, -7.0 / 3)));
    assertFalse(region.hasInterior());
    assertExtent(0, 0, 0, region);
    assertTrue(points(region.locus()).anyMatch(z -> z.modulus() > 0.9));
  }

  /**
   * BDF2 predicted by Adams-Bashforth, w^2 - (4/3 + 2/3 z + z^2) w + (1 + z^2) / 3: each w has two
   * z, which lie on two curves.
   */
  @Test
  void curvesOfALocusDoNotJump() {
    StabilityRegion region =
        new StabilityRegion(
            List.of(
                List.of(1.0 / 3, -4.0 / 3, 1.0), List.of(0.0, -2.0 / 3), List.of(1.0 / 3, -1.0)));
    assertTrue(region.contains(new Complex(-0.99, 0)));
    assertFalse(region.contains(new Complex(-1.01, 0)));
    assertEquals(4, region.locus().size());
    for (List<Complex> curve : region.locus()) {
      for (int i = 1; i < curve.size(); i++) {
        assertTrue(curve.get(i).distance(curve.get(i - 1)) < 0.05, curve.get(i)::toString);
      }
    }
    List<Complex> boundary = region.boundary();
    assertTrue(boundary.stream().map(Complex::conjugate).allMatch(boundary::contains));
  }

  private static Stream<Complex> points(List<List<Complex>> curves) {
    return curves.stream().flatMap(List::stream);
  }

  private static boolean isOnEulersCircle(Complex z) {
    return Math.abs(z.distance(new Complex(-1, 0)) - 1) < 1e-9;
  }

  private static void assertExtent(double left, double right, double top, StabilityRegion region) {
    assertEquals(left, region.extent().left(), 1e-6);
    assertEquals(right, region.extent().right(), 1e-6);
    assertEquals(top, region.extent().top(), 1e-6);
  }
}
