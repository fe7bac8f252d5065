package io.butcherblock.train;

/**
 * Adam (Kingma and Ba, ICLR 2015).
 *
 * @param learningRate the highest learning rate, above 0
 * @param beta1 decay of the mean of gradients, in [0, 1)
 * @param beta2 decay of the mean of squared gradients, in [0, 1)
 * @param epsilon added to the denominator, above 0
 */
public record AdamSettings(double learningRate, double beta1, double beta2, double epsilon) {

  /** He et al., CVPR 2019, section 4.2. */
  public static final AdamSettings PAPER = new AdamSettings(1e-4, 0.9, 0.999, 1e-8);

  public AdamSettings withLearningRate(double rate) {
    return new AdamSettings(rate, beta1, beta2, epsilon);
  }

  @Override
  public String toString() {
    return "Adam, learning rate %s, betas %s and %s, epsilon %s"
        .formatted(learningRate, beta1, beta2, epsilon);
  }
}
