package io.butcherblock.ablation;

import java.util.stream.DoubleStream;
import org.hipparchus.stat.StatUtils;

/**
 * A mean and how far the values lie from it.
 *
 * @param mean infinite if a value is
 * @param deviation the standard deviation of a sample, with n - 1; NaN for a single value, and
 *     where one is infinite
 */
public record Spread(double mean, double deviation) {

  static Spread of(double... values) {
    double deviation = values.length > 1 ? Math.sqrt(StatUtils.variance(values)) : Double.NaN;
    // The library's mean of infinite values is not a number.
    return new Spread(DoubleStream.of(values).average().orElseThrow(), deviation);
  }
}
