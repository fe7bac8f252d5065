package io.butcherblock.schemes;

import io.butcherblock.charts.RoundStep;
import io.butcherblock.stability.Complex;
import io.butcherblock.stability.Extent;
import io.butcherblock.stability.StabilityRegion;
import java.util.ArrayList;
import java.util.List;

/**
 * The square of the complex plane that a picture shows, symmetric about the real axis.
 *
 * @param middle where its middle lies on the real axis
 * @param half half a side
 * @param step what lies between two numbers at an axis
 */
record PlaneWindow(double middle, double half, RoundStep step) {

  private static final double MARGIN = 0.15;
  private static final int MOST_STEPS = 8;

  private static final double POINT = 1e-4;

  /** The whole region with a margin. */
  static PlaneWindow around(StabilityRegion region) {
    Extent extent = region.extent();
    double size = Math.max(extent.width(), extent.height());
    double half = isPoint(extent) ? 1.25 : size * (0.5 + MARGIN);
    return new PlaneWindow(
        (extent.left() + extent.right()) / 2, half, RoundStep.atLeast(2 * half / MOST_STEPS));
  }

  /** The same middle with so many times the side. */
  PlaneWindow enlarged(double times) {
    double larger = half * times;
    return new PlaneWindow(middle, larger, RoundStep.atLeast(2 * larger / MOST_STEPS));
  }

  /** The smallest square about the real axis that holds some others. */
  static PlaneWindow around(List<PlaneWindow> windows) {
    double left = windows.stream().mapToDouble(w -> w.middle - w.half).min().orElseThrow();
    double right = windows.stream().mapToDouble(w -> w.middle + w.half).max().orElseThrow();
    double half =
        Math.max((right - left) / 2, windows.stream().mapToDouble(w -> w.half).max().orElseThrow());
    return new PlaneWindow((left + right) / 2, half, RoundStep.atLeast(2 * half / MOST_STEPS));
  }

  /** Whether no more can be seen of a region than the point 0. */
  static boolean isPoint(Extent extent) {
    return Math.max(extent.width(), extent.height()) < POINT;
  }

  Extent extent() {
    return new Extent(middle - half, middle + half, half);
  }

  boolean holds(Complex z) {
    return Math.abs(z.re() - middle) < half && Math.abs(z.im()) < half;
  }

  /** The numbers at the real axis. */
  List<Double> realTicks() {
    return ticks(middle);
  }

  /** The numbers at the imaginary axis. */
  List<Double> imaginaryTicks() {
    return ticks(0);
  }

  private List<Double> ticks(double centre) {
    List<Double> ticks = new ArrayList<>();
    for (long i = (long) Math.ceil((centre - half) / step.size());
        i * step.size() <= centre + half;
        i++) {
      ticks.add(i * step.size());
    }
    return ticks;
  }

  String label(double tick) {
    return step.label(tick);
  }
}
