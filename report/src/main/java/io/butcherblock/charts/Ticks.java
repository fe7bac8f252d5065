package io.butcherblock.charts;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;

/**
 * Round numbers along an axis: multiples of a step.
 *
 * @param from the first as a multiple of the step
 * @param to the last
 */
record Ticks(RoundStep step, long from, long to) {

  private static final int MOST = 8;
  private static final double LEAST_WIDTH = 1e-3;

  /** Ticks that enclose all of {@code values} that are finite; 0 to 1 if none is. */
  static Ticks over(double... values) {
    double low = DoubleStream.of(values).filter(Double::isFinite).min().orElse(0);
    double high = DoubleStream.of(values).filter(Double::isFinite).max().orElse(1);
    RoundStep step = RoundStep.atLeast(Math.max(high - low, LEAST_WIDTH) / (MOST - 2));
    long from = (long) Math.floor(low / step.size());
    return new Ticks(step, from, Math.max(from + 1, (long) Math.ceil(high / step.size())));
  }

  double first() {
    return from * step.size();
  }

  double last() {
    return to * step.size();
  }

  List<Double> all() {
    return LongStream.rangeClosed(from, to).mapToObj(i -> i * step.size()).toList();
  }

  String label(double tick) {
    return step.label(tick);
  }
}
