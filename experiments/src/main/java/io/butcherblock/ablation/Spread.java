package io.butcherblock.ablation;

import org.hipparchus.stat.StatUtils;

/**
 * A mean and how far the values lie from it.
 *
 * @param deviation the standard deviation of a sample, with n - 1; NaN for a single value
 */
public record Spread(double mean, double deviation) {

  static Spread of(double... values) {
    double deviation = values.length > 1 ? Math.sqrt(StatUtils.variance(values)) : Double.NaN;
    return new Spread(StatUtils.mean(values), deviation);
  }
}
