package io.butcherblock.charts;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/**
 * Where the points of a {@link CurvePlot} lie in its frame, in percent, and the numbers beside it.
 *
 * @param from the left end
 * @param to the right end
 * @param low the lower end
 * @param high the upper end
 * @param logarithmic whether the upright axis is
 */
record CurveAxes(double from, double to, double low, double high, boolean logarithmic) {

  private static final int MOST_ACROSS = 5;
  private static final int MOST_UP = 6;

  /** How many times its least value a curve's largest is, for the axis to be logarithmic. */
  private static final double WIDE = 4;

  /** Around all points, and the levels. */
  static CurveAxes around(List<Curve> curves, DoubleStream levels, boolean mayBeLogarithmic) {
    double from = curves.stream().mapToDouble(curve -> curve.x().get(0)).min().orElse(0);
    double to =
        curves.stream().mapToDouble(curve -> curve.x().get(curve.x().size() - 1)).max().orElse(1);
    double[] values =
        DoubleStream.concat(
                curves.stream().flatMapToDouble(Curve::values), levels.filter(Double::isFinite))
            .toArray();
    double low = DoubleStream.of(values).min().orElse(0);
    double high = DoubleStream.of(values).max().orElse(1);
    // A single point stands at the right end.
    double left = to > from ? from : Math.min(0, from - 1);
    if (mayBeLogarithmic && low > 0 && high > WIDE * low) {
      return new CurveAxes(left, to, low / 1.1, high * 1.1, true);
    }
    // Equal values stand in the middle.
    double spread = high > low ? 0 : Math.max(Math.abs(high) * 0.01, 1e-9);
    double size = RoundStep.atLeast((high - low + 2 * spread) / (MOST_UP - 1)).size();
    return new CurveAxes(
        left,
        to,
        Math.floor((low - spread) / size + 1e-9) * size,
        Math.ceil((high + spread) / size - 1e-9) * size,
        false);
  }

  double across(double x) {
    return 100 * (x - from) / (to - from);
  }

  double down(double y) {
    return 100 * (scaled(high) - scaled(y)) / (scaled(high) - scaled(low));
  }

  private double scaled(double y) {
    return logarithmic ? Math.log(y) : y;
  }

  /** The numbers below the frame. */
  List<Double> acrossTicks() {
    return inside(RoundStep.atLeast((to - from) / MOST_ACROSS), from, to);
  }

  String acrossLabel(double tick) {
    String label = RoundStep.atLeast((to - from) / MOST_ACROSS).label(tick);
    return Math.abs(tick) >= 10_000 ? String.format(Locale.ROOT, "%,.0f", tick) : label;
  }

  /** The numbers beside the frame. */
  List<Double> upTicks() {
    if (!logarithmic) {
      return inside(RoundStep.atLeast((high - low) / MOST_UP), low, high);
    }
    List<Double> all = new ArrayList<>();
    double power = Math.pow(10, Math.floor(Math.log10(low)));
    for (; power <= high; power *= 10) {
      for (double digit : new double[] {1, 2, 5}) {
        if (digit * power >= low && digit * power <= high) {
          all.add(digit * power);
        }
      }
    }
    return all.size() <= MOST_UP ? all : all.stream().filter(tick -> isPower(tick)).toList();
  }

  private static boolean isPower(double tick) {
    double exponent = Math.log10(tick);
    return Math.abs(exponent - Math.rint(exponent)) < 1e-6;
  }

  String upLabel(double tick) {
    if (!logarithmic) {
      return RoundStep.atLeast((high - low) / MOST_UP).label(tick);
    }
    return RoundStep.atLeast(tick).label(tick);
  }

  private static List<Double> inside(RoundStep step, double least, double most) {
    List<Double> ticks = new ArrayList<>();
    double slack = 1e-9 * step.size();
    for (long i = (long) Math.ceil(least / step.size() - 1e-9);
        i * step.size() <= most + slack;
        i++) {
      ticks.add(i * step.size());
    }
    return ticks;
  }
}
