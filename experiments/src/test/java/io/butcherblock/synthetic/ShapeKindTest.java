package io.butcherblock.synthetic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.patches.SplitMix64;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ShapeKindTest {

  private static final double RADIUS = 10;

  @Test
  void everyKindIsDrawn() {
    assertEquals(EnumSet.allOf(ShapeKind.class), drawn(false));
    assertEquals(EnumSet.range(ShapeKind.DISC, ShapeKind.CONVEX), drawn(true));
  }

  private static Set<ShapeKind> drawn(boolean convex) {
    SplitMix64 random = new SplitMix64(1);
    Set<ShapeKind> drawn = EnumSet.noneOf(ShapeKind.class);
    for (int i = 0; i < 500; i++) {
      drawn.add(ShapeKind.random(convex, random));
    }
    return drawn;
  }

  @ParameterizedTest
  @EnumSource
  void nothingOfItLiesOutsideItsBox(ShapeKind kind) {
    for (int seed = 0; seed < 50; seed++) {
      LeafShape shape = kind.shape(RADIUS, new SplitMix64(seed));
      for (double at = -40; at <= 40; at += 0.25) {
        assertTrue(shape.distance(shape.halfLength() + 0.01, at) >= 0, kind + " " + seed);
        assertTrue(shape.distance(-shape.halfLength() - 0.01, at) >= 0, kind + " " + seed);
        assertTrue(shape.distance(at, shape.halfWidth() + 0.01) >= 0, kind + " " + seed);
        assertTrue(shape.distance(at, -shape.halfWidth() - 0.01) >= 0, kind + " " + seed);
      }
    }
  }

  /** Near the outline the distance grows by about one with each pixel away from it. */
  @ParameterizedTest
  @EnumSource
  void theDistanceIsOneAtTheOutline(ShapeKind kind) {
    int edges = 0;
    int exact = 0;
    for (int seed = 0; seed < 50; seed++) {
      LeafShape shape = kind.shape(RADIUS, new SplitMix64(seed));
      for (double u = -20; u <= 20; u += 0.37) {
        for (double v = -20; v <= 20; v += 0.37) {
          if (Math.abs(shape.distance(u, v)) < 0.2) {
            double du = (shape.distance(u + 1e-4, v) - shape.distance(u - 1e-4, v)) / 2e-4;
            double dv = (shape.distance(u, v + 1e-4) - shape.distance(u, v - 1e-4)) / 2e-4;
            edges++;
            exact += Math.abs(Math.sqrt(du * du + dv * dv) - 1) < 0.1 ? 1 : 0;
          }
        }
      }
    }
    assertTrue(edges > 1000 && exact > 0.9 * edges, kind + ": " + exact + " of " + edges);
  }

  @Test
  void aRingHasAHoleAndACrescentABay() {
    LeafShape ring = new Hollow(Ellipse.disc(10), 2);
    assertTrue(ring.distance(0, 0) > 0 && ring.distance(9, 0) < 0 && ring.distance(11, 0) > 0);
    LeafShape crescent = new Cut(Ellipse.disc(10), Ellipse.disc(8), 5, 0);
    assertTrue(crescent.distance(5, 0) > 0 && crescent.distance(-8, 0) < 0);
  }

  @Test
  void anArcIsBowedAndThinnerAtItsEnds() {
    Arc arc = new Arc(10, Math.PI / 2, 2, 0.5);
    assertEquals(-2, arc.distance(0, 0), 1e-9);
    assertEquals(-1, arc.distance(10, 10), 1e-9);
    assertEquals(8, arc.distance(0, 10), 1e-9);
  }

  @Test
  void aPolygonMayHaveBays() {
    SplitMix64 random = new SplitMix64(5);
    Polygon star = Polygon.random(10, 9, 0.8, random);
    int changes = 0;
    boolean before = false;
    for (int i = 0; i <= 360; i++) {
      double angle = Math.toRadians(i);
      boolean inside = star.distance(5 * Math.cos(angle), 5 * Math.sin(angle)) < 0;
      changes += i > 0 && inside != before ? 1 : 0;
      before = inside;
    }
    assertTrue(changes >= 4, "" + changes);
  }
}
