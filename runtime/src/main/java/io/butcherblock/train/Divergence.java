package io.butcherblock.train;

import io.butcherblock.error.ButcherblockException;

/** The loss of a run is no longer a number: its learning rate is too high for it. */
public final class Divergence extends ButcherblockException {

  private static final long serialVersionUID = 1L;

  private final long step;

  Divergence(long step, double learningRate) {
    super(
        "The loss is no longer a number at step %d: lower --learning-rate (now %s) and start again or --resume from the last state."
            .formatted(step, learningRate));
    this.step = step;
  }

  /** The step at which it was seen. */
  public long step() {
    return step;
  }
}
