package io.butcherblock.throughput;

import java.util.List;
import java.util.Optional;

/**
 * What one subject did at a workload.
 *
 * @param subject in a word: {@code butcherblock}, {@code eager}
 * @param imagesPerSecond of each round; empty if it failed
 * @param failure why it could not, in a sentence
 */
public record SubjectTimes(String subject, List<Double> imagesPerSecond, Optional<String> failure) {

  /** The median of the rounds: of an even number, the mean of the middle two. */
  public double median() {
    double[] sorted = imagesPerSecond.stream().mapToDouble(x -> x).sorted().toArray();
    int n = sorted.length;
    return n == 0 ? Double.NaN : (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
  }
}
