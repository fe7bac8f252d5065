package io.butcherblock.train;

import io.butcherblock.error.ButcherblockException;
import io.butcherblock.error.Setting;
import io.butcherblock.upscale.OverflowException;

/**
 * The failure of a training run whose loss is no longer a number, mostly since its learning rate is
 * too high.
 */
public final class Divergence extends ButcherblockException {

  private static final long serialVersionUID = 1L;

  private final long step;

  /** Of a loss that is no longer a number. */
  Divergence(long step, double learningRate) {
    this(null, "loss is no longer a number", step, learningRate);
  }

  /** Of a network whose output for an image of the validation overflows. */
  Divergence(OverflowException cause, long step, double learningRate) {
    this(cause, "network's output is no longer finite", step, learningRate);
  }

  private Divergence(Throwable cause, String what, long step, double learningRate) {
    super(
        cause,
        "The %s at step %s: take a lower %s (now %s) and start again, or"
            + " continue from the last state by %s.",
        what,
        step,
        Setting.LEARNING_RATE,
        learningRate,
        Setting.RESUME);
    this.step = step;
  }

  /** The step at which it was detected, counted from 1. */
  public long step() {
    return step;
  }
}
