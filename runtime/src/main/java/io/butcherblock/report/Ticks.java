package io.butcherblock.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;

/**
 * Round numbers along an axis: multiples of a step of 1, 2 or 5 times a power of ten.
 *
 * @param from the first as a multiple of the step
 * @param to the last
 */
record Ticks(double step, long from, long to) {

  private static final int MOST = 8;
  private static final double LEAST_WIDTH = 1e-3;

  /** Ticks that enclose all of {@code values} that are finite; 0 to 1 if none is. */
  static Ticks over(double... values) {
    double low = DoubleStream.of(values).filter(Double::isFinite).min().orElse(0);
    double high = DoubleStream.of(values).filter(Double::isFinite).max().orElse(1);
    double step = step(Math.max(high - low, LEAST_WIDTH) / (MOST - 2));
    long from = (long) Math.floor(low / step);
    return new Ticks(step, from, Math.max(from + 1, (long) Math.ceil(high / step)));
  }

  /** The smallest round step that is not below {@code least}. */
  private static double step(double least) {
    double power = Math.pow(10, Math.floor(Math.log10(least)));
    return DoubleStream.of(1, 2, 5, 10)
        .map(factor -> factor * power)
        .filter(step -> step >= least * (1 - 1e-9))
        .findFirst()
        .orElseThrow();
  }

  double first() {
    return from * step;
  }

  double last() {
    return to * step;
  }

  List<Double> all() {
    return LongStream.rangeClosed(from, to).mapToObj(i -> i * step).toList();
  }

  /** A tick with as many decimals as tell it from its neighbours. */
  String label(double tick) {
    int decimals = (int) Math.max(0, Math.ceil(-Math.log10(step) - 1e-9));
    return String.format(Locale.ROOT, "%." + decimals + "f", tick);
  }
}
