package io.butcherblock.ablation;

/**
 * The network of the highest mean PSNR against another.
 *
 * @param other the other
 * @param test of the best's scores minus the other's
 * @param adjusted the test's p after Holm's correction for all the others
 */
public record Difference(Candidate other, PairedTest test, double adjusted) {

  static final double LEVEL = 0.05;

  /** Whether it is more than the noise of seeds: the adjusted p is below 0.05. */
  public boolean isReal() {
    return adjusted < LEVEL;
  }
}
