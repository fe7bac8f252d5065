package io.butcherblock.measure;

import java.util.List;

/**
 * The times of a task, in milliseconds.
 *
 * @param task its name
 * @param all in the order in which they were measured
 */
public record Sample(
    String task, double median, double lowerQuartile, double upperQuartile, List<Double> all) {

  static Sample of(String task, List<Double> times) {
    Quantiles quantiles = Quantiles.of(times);
    return new Sample(task, quantiles.median(), quantiles.at(0.25), quantiles.at(0.75), times);
  }
}
