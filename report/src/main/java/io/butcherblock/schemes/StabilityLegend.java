package io.butcherblock.schemes;

import java.awt.Color;
import java.util.Locale;

/** What the colors and lines of a {@link StabilityPlot} mean, with the numbers. */
final class StabilityLegend {

  private final PlaneCanvas canvas;

  StabilityLegend(PlaneCanvas canvas) {
    this.canvas = canvas;
  }

  /** A region that is an area. */
  void area(boolean multistep) {
    canvas.swatch(0, 0, StabilityPlot.REGION, PlaneCanvas.SWATCH, 16);
    canvas.legend(0, 0, multistep ? "stable: all |w| <= 1" : "stable: |R(h lambda)| <= 1");
  }

  /** A region that is a curve or a point. */
  void noArea(boolean point) {
    float thickness = point ? 2 * StabilityPlot.THICK : StabilityPlot.THICK;
    canvas.swatch(0, 0, StabilityPlot.INTERVAL, point ? thickness : PlaneCanvas.SWATCH, thickness);
    canvas.legend(
        0,
        0,
        point
            ? "No area is stable, only the point h lambda = 0."
            : "No area is stable, only a piece of the imaginary axis.");
  }

  void locus() {
    line(0, 1, StabilityPlot.LOCUS, StabilityPlot.THIN, "root locus, |w| = 1");
  }

  void trained(int blocks) {
    line(
        0,
        1,
        StabilityPlot.LOCUS,
        StabilityPlot.THIN,
        blocks == 1 ? "trained" : blocks + " trained blocks");
  }

  void realInterval(double r) {
    String text = r > 0 ? String.format(Locale.ROOT, "[-%.6f, 0]", r) : "0 only";
    line(1, 0, StabilityPlot.INTERVAL, StabilityPlot.THICK, "real axis: " + text);
  }

  void imaginaryInterval(double r) {
    String text = r > 0 ? String.format(Locale.ROOT, "i [-%.6f, %.6f]", r, r) : "0 only";
    line(1, 1, StabilityPlot.INTERVAL, StabilityPlot.THICK, "imaginary axis: " + text);
  }

  private void line(int column, int row, Color color, float thickness, String text) {
    canvas.swatch(column, row, color, PlaneCanvas.SWATCH, thickness);
    canvas.legend(column, row, text);
  }
}
