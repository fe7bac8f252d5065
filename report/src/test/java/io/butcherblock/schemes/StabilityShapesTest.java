package io.butcherblock.schemes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.stability.Complex;
import io.butcherblock.stability.StabilityRegion;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a contour on a grid misses of regions. */
class StabilityShapesTest {

  private static final int SIDE = 600;

  /**
   * Adams, Bashforth and Moulton of order 3, P(EC)^2 E: with b = 5/12 it is w^3 - A (1 + b z) - (b
   * z)^2 A*. Near 0.30 + 1.54i the locus crosses itself in an acute angle, and there the region
   * ends: numpy finds a root w of modulus 1.001 at 0.3097 + 1.5401i, and none above 1 at 0.2986 +
   * 1.5426i.
   */
  private static final List<List<Double>> ACUTE =
      List.of(
          List.of(0.0, 0.0, -1.0, 1.0),
          List.of(0.0, 1.0 / 12, -13.0 / 12),
          List.of(0.0, 5.0 / 144, -65.0 / 144),
          List.of(-125.0 / 1728, 400.0 / 1728, -575.0 / 1728));

  /** Milne and Simpson, PECE: zero-stable, hence stable at 0, and unstable around it. */
  private static final List<List<Double>> ALONE =
      List.of(
          List.of(0.0, 0.0, -1.0, 0.0, 1.0),
          List.of(-1.0 / 3, 0.0, -1.0 / 3, -4.0 / 3),
          List.of(0.0, -8.0 / 9, 4.0 / 9, -8.0 / 9));

  @Test
  void anAcuteTipIsNoPieceByItself() {
    StabilityRegion region = new StabilityRegion(ACUTE);
    assertTrue(region.extent().right() > 0.29, region.extent()::toString);
    Path2D rim = rim(region);
    assertFalse(hasDots(rim));
    PlaneFrame frame = frame(region);
    Rectangle2D bounds = rim.getBounds2D();
    assertEquals(frame.x(new Complex(0.3, 0)), bounds.getMaxX(), 2);
  }

  @Test
  void aPointByItselfIsADot() {
    assertTrue(hasDots(rim(new StabilityRegion(ALONE))));
  }

  private static PlaneFrame frame(StabilityRegion region) {
    return new PlaneFrame(0, 0, SIDE, PlaneWindow.around(region));
  }

  private static Path2D rim(StabilityRegion region) {
    return new StabilityShapes(region, frame(region), 320).rim(2);
  }

  /** Only circles have curved segments. */
  private static boolean hasDots(Path2D path) {
    for (PathIterator i = path.getPathIterator(null); !i.isDone(); i.next()) {
      if (i.currentSegment(new double[6]) == PathIterator.SEG_CUBICTO) {
        return true;
      }
    }
    return false;
  }
}
