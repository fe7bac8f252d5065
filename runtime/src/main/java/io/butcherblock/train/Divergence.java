package io.butcherblock.train;

import io.butcherblock.error.ButcherblockException;
import io.butcherblock.error.Setting;

/**
 * The failure of a training run whose loss is no longer a number, mostly since its learning rate is
 * too high.
 */
public final class Divergence extends ButcherblockException {

  private static final long serialVersionUID = 1L;

  private final long step;

  Divergence(long step, double learningRate) {
    super(
        null,
        "The loss is no longer a number at step %s: take a lower %s (now %s) and start again, or"
            + " continue from the last state by %s.",
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
