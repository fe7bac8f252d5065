package io.butcherblock.stability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class ContourTest {

  private static final Extent EXTENT = new Extent(-2, 3, 2);

  @Test
  void aDiscHasOneClosedRim() {
    List<List<Complex>> curves = around(disc(0, 1));
    assertEquals(1, curves.size());
    List<Complex> rim = curves.get(0);
    assertEquals(2 * Math.PI, length(rim), 1e-3);
    assertTrue(rim.stream().allMatch(z -> Math.abs(z.modulus() - 1) < 1e-4), rim::toString);
  }

  @Test
  void apartAndNestedRimsAreCurvesOfTheirOwn() {
    assertEquals(2, around(disc(-1, 0.5).or(disc(1, 0.5))).size());
    List<List<Complex>> ring = around(disc(0, 1.5).and(disc(0, 0.5).negate()));
    assertEquals(2, ring.size());
    assertEquals(2 * Math.PI * (1.5 + 0.5), length(ring.get(0)) + length(ring.get(1)), 1e-2);
    assertEquals(List.of(), around(z -> false));
  }

  /** Cells two of whose opposite corners are inside. */
  @Test
  void touchingDiscsGiveClosedCurves() {
    Predicate<Complex> checks =
        z -> (Math.floorMod((int) Math.floor(z.re() * 5), 2) == 0) == (z.im() > 0);
    for (List<Complex> curve : around(disc(0.5, 1.2).and(checks))) {
      assertTrue(curve.get(0).distance(curve.get(curve.size() - 1)) < 0.1);
    }
  }

  private static List<List<Complex>> around(Predicate<Complex> set) {
    return Contour.around(set, EXTENT, 100);
  }

  private static Predicate<Complex> disc(double re, double radius) {
    return z -> z.distance(new Complex(re, 0)) < radius;
  }

  /** Of the closed curve. */
  private static double length(List<Complex> curve) {
    double length = 0;
    for (int i = 0; i < curve.size(); i++) {
      length += curve.get(i).distance(curve.get((i + 1) % curve.size()));
    }
    return length;
  }
}
