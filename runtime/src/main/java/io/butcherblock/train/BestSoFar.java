package io.butcherblock.train;

/**
 * The best figures of a run, or of its present level, so far.
 *
 * @param psnr of a validation in dB; negative infinity before the first
 * @param loss the lowest of a step; positive infinity before the first
 */
public record BestSoFar(double psnr, double loss) {

  /** Before the first step. */
  public static final BestSoFar NONE =
      new BestSoFar(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

  /** After another validation. */
  BestSoFar withPsnr(double other) {
    return new BestSoFar(Math.max(psnr, other), loss);
  }

  /** After another loss is known. */
  BestSoFar withLoss(double other) {
    return new BestSoFar(psnr, Math.min(loss, other));
  }
}
