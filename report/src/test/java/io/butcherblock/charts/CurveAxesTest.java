package io.butcherblock.charts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class CurveAxesTest {

  private static final double[] STEPS = {0, 100, 400};

  private static CurveAxes axes(double[] x, double... y) {
    return CurveAxes.around(
        List.of(Curve.of("curve", x, y, new double[0])), DoubleStream.empty(), true);
  }

  @Test
  void theFrameReachesToRoundNumbersAroundAllValues() {
    CurveAxes axes =
        CurveAxes.around(
            List.of(Curve.of("curve", STEPS, new double[] {19, 25, 28.125}, new double[0])),
            DoubleStream.of(25, Double.POSITIVE_INFINITY),
            false);
    assertEquals(new CurveAxes(0, 400, 18, 30, false), axes);
    assertEquals(List.of(0.0, 100.0, 200.0, 300.0, 400.0), axes.acrossTicks());
    assertEquals(List.of(18.0, 20.0, 22.0, 24.0, 26.0, 28.0, 30.0), axes.upTicks());
    assertEquals("18", axes.upLabel(18));
    assertEquals(25, axes.across(100), 1e-9);
    assertEquals(0, axes.down(30), 1e-9);
    assertEquals(50, axes.down(24), 1e-9);
    assertEquals(100, axes.down(18), 1e-9);
  }

  @Test
  void aLevelBesideTheCurvesWidensTheFrame() {
    Curve curve = Curve.of("curve", STEPS, new double[] {19, 20, 21}, new double[0]);
    assertEquals(30, CurveAxes.around(List.of(curve), DoubleStream.of(30), false).high(), 1e-9);
  }

  /** The distance of 10 from 5 is that of 10 from 20. */
  @Test
  void valuesOfSeveralSizesStandOnALogarithmicAxis() {
    CurveAxes axes = axes(STEPS, 50, 10, 2);
    assertTrue(axes.logarithmic());
    assertEquals(List.of(2.0, 5.0, 10.0, 20.0, 50.0), axes.upTicks());
    assertEquals(axes.down(10) - axes.down(20), axes.down(5) - axes.down(10), 1e-9);
    assertEquals(0, axes.down(55), 1e-9);
    assertEquals(100, axes.down(2 / 1.1), 1e-9);
    CurveAxes wide = axes(STEPS, 5000, 10, 0.5);
    assertEquals(
        List.of("1", "10", "100", "1000"), wide.upTicks().stream().map(wide::upLabel).toList());
    assertEquals("0.5", wide.upLabel(0.5));
  }

  @Test
  void othersDoNot() {
    assertFalse(axes(STEPS, 4, 2, 1).logarithmic());
    assertFalse(axes(STEPS, 100, 2, 0).logarithmic());
    assertFalse(axes(STEPS, 100, 2, -1).logarithmic());
  }

  @Test
  void equalValuesStandInTheMiddleAndASinglePointAtTheRight() {
    CurveAxes axes = axes(new double[] {7}, 25);
    assertEquals(50, axes.down(25), 1e-6);
    assertEquals(100, axes.across(7), 1e-9);
    assertEquals(0, axes.from());
    assertTrue(axes.upTicks().size() > 2, axes.upTicks().toString());
    assertEquals(100, axes(new double[] {0}, 25).across(0), 1e-9);
  }

  @Test
  void manyStepsAreGrouped() {
    CurveAxes axes = axes(new double[] {0, 100_000}, 1, 2);
    assertEquals("20,000", axes.acrossLabel(20_000));
    assertEquals("0", axes.acrossLabel(0));
  }
}
