package io.butcherblock.throughput;

import io.butcherblock.measure.Quantiles;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How fast one subject did a workload.
 *
 * @param subject in a word: {@code butcherblock}, {@code eager}
 * @param imagesPerSecond of each round; empty if it failed
 * @param peakBytes the most memory of the GPU that its process's tensors had at once in a round;
 *     empty on a CPU
 * @param failure why it could not, in a sentence
 */
public record SubjectRates(
    String subject,
    List<Double> imagesPerSecond,
    OptionalLong peakBytes,
    Optional<String> failure) {

  /** The median of the rounds: of an even number, the mean of the middle two; NaN if it failed. */
  public double median() {
    return imagesPerSecond.isEmpty() ? Double.NaN : Quantiles.of(imagesPerSecond).median();
  }
}
