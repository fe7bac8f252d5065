package io.butcherblock.train;

/**
 * Where a run stands.
 *
 * @param step optimizer steps done
 * @param seconds of training so far, over all sessions of the run; validation and saving do not
 *     count
 * @param bestPsnr the best validation PSNR so far in dB; negative infinity before the first
 */
public record Moment(long step, double seconds, double bestPsnr) {

  /** Before the first step. */
  public static final Moment START = new Moment(0, 0, Double.NEGATIVE_INFINITY);

  /** After one more step, which took so long. */
  Moment next(double stepSeconds) {
    return new Moment(step + 1, seconds + stepSeconds, bestPsnr);
  }

  /** At the same step, so much later. */
  Moment later(double moreSeconds) {
    return new Moment(step, seconds + moreSeconds, bestPsnr);
  }
}
