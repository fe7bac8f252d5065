package io.butcherblock.train;

import io.butcherblock.error.ButcherblockException;
import io.butcherblock.error.Setting;

/**
 * Settings of the optimizer Adam (Kingma and Ba, ICLR 2015).
 *
 * @param learningRate the highest learning rate of the run, above 0
 * @param beta1 decay of the mean of gradients, in [0, 1)
 * @param beta2 decay of the mean of squared gradients, in [0, 1)
 * @param epsilon added to the denominator, above 0
 * @param largestGradientNorm gradients whose Euclidean norm over all parameters is larger are
 *     scaled down to it (Pascanu, Mikolov and Bengio, ICML 2013, Algorithm 1), above 0; infinite to
 *     take them as they are
 */
public record AdamSettings(
    double learningRate, double beta1, double beta2, double epsilon, double largestGradientNorm) {

  /** Settings that take gradients as they are. */
  public AdamSettings(double learningRate, double beta1, double beta2, double epsilon) {
    this(learningRate, beta1, beta2, epsilon, Double.POSITIVE_INFINITY);
  }

  public AdamSettings {
    if (!(learningRate > 0 && learningRate < Double.POSITIVE_INFINITY)) {
      throw ButcherblockException.of(
          "The %s must be a number above 0, not %s.", Setting.LEARNING_RATE, learningRate);
    }
    if (!(beta1 >= 0 && beta1 < 1 && beta2 >= 0 && beta2 < 1 && epsilon > 0)) {
      throw new ButcherblockException(
          "Adam's betas are in [0, 1) and its epsilon is above 0, not %s, %s and %s."
              .formatted(beta1, beta2, epsilon));
    }
    if (!(largestGradientNorm > 0)) {
      throw new ButcherblockException(
          "The largest norm of a gradient is above 0, not %s.".formatted(largestGradientNorm));
    }
  }

  /**
   * The settings of He et al., CVPR 2019, section 4.2: learning rate 1e-4, betas 0.9 and 0.999,
   * epsilon 1e-8.
   */
  public static final AdamSettings PAPER = new AdamSettings(1e-4, 0.9, 0.999, 1e-8);

  /**
   * A copy of these settings with another learning rate.
   *
   * @param rate the highest learning rate of the run, above 0
   */
  public AdamSettings withLearningRate(double rate) {
    return new AdamSettings(rate, beta1, beta2, epsilon, largestGradientNorm);
  }

  /**
   * A copy of these settings that clips gradients.
   *
   * @param norm the largest Euclidean norm over all parameters, above 0; infinite to take gradients
   *     as they are
   */
  public AdamSettings withLargestGradientNorm(double norm) {
    return new AdamSettings(learningRate, beta1, beta2, epsilon, norm);
  }

  /** Whether gradients are scaled down. */
  boolean clips() {
    return largestGradientNorm < Double.POSITIVE_INFINITY;
  }

  @Override
  public String toString() {
    String adam =
        "Adam, learning rate %s, betas %s and %s, epsilon %s"
            .formatted(learningRate, beta1, beta2, epsilon);
    return clips() ? adam + ", gradients clipped to norm " + largestGradientNorm : adam;
  }
}
