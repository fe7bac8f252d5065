package io.butcherblock.train;

/**
 * The state of a training run.
 *
 * @param step the number of optimizer steps done
 * @param seconds of training so far, over all sessions of the run; validation and saving do not
 *     count
 * @param bestPsnr the best validation PSNR so far in dB; negative infinity before the first
 *     validation
 */
public record RunState(long step, double seconds, double bestPsnr) {

  /** The state before the first step. */
  public static final RunState START = new RunState(0, 0, Double.NEGATIVE_INFINITY);

  /** After one more step, which took so long. */
  RunState next(double stepSeconds) {
    return new RunState(step + 1, seconds + stepSeconds, bestPsnr);
  }

  /** At the same step, so much later. */
  RunState later(double moreSeconds) {
    return new RunState(step, seconds + moreSeconds, bestPsnr);
  }
}
