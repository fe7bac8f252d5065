package io.butcherblock.measure;

import java.util.Arrays;
import java.util.List;

/**
 * Quantiles of a sample, with a straight line between neighbours: definition 7 of Hyndman and Fan,
 * Sample Quantiles in Statistical Packages, The American Statistician 50 (1996), 361-365.
 */
public final class Quantiles {

  private final double[] sorted;

  public Quantiles(double[] sample) {
    if (sample.length == 0) {
      throw new IllegalArgumentException("An empty sample has no quantiles.");
    }
    sorted = sample.clone();
    Arrays.sort(sorted);
  }

  public static Quantiles of(List<Double> sample) {
    return new Quantiles(sample.stream().mapToDouble(Double::doubleValue).toArray());
  }

  public double median() {
    return at(0.5);
  }

  /** The quantile of a probability from 0 to 1. */
  public double at(double probability) {
    double place = probability * (sorted.length - 1);
    int below = (int) place;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }
}
