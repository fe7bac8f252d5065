package io.butcherblock.train;

import io.butcherblock.error.ButcherblockException;
import io.butcherblock.error.Setting;
import io.butcherblock.upscale.OverflowException;
import java.util.Locale;

/**
 * The failure of a training run whose loss is no longer a number or has exploded, mostly since its
 * learning rate is too high.
 */
public final class Divergence extends ButcherblockException {

  private static final long serialVersionUID = 1L;

  private final long step;
  private final boolean ofValidation;

  /**
   * Of a loss that is no longer a number, or has exploded.
   *
   * @param rate the learning rate of the step
   * @param saved whether the run has made a step that is saved
   */
  static Divergence ofLoss(
      double loss, RunState state, double rate, double highestRate, boolean saved) {
    return new Divergence(
        /* ofValidation= */ false,
        null,
        Double.isFinite(loss)
            ? String.format(
                Locale.ROOT, "loss has exploded from %.3g to %.3g", state.best().loss(), loss)
            : "loss is no longer a number",
        state,
        rate,
        highestRate,
        saved);
  }

  /** Of a network whose output for an image of the validation overflows. */
  static Divergence ofOutput(
      OverflowException cause, RunState state, double rate, double highestRate, boolean saved) {
    return new Divergence(
        /* ofValidation= */ true,
        cause,
        "network's output is no longer finite",
        state,
        rate,
        highestRate,
        saved);
  }

  /** Of weights or moments that are not finite, though the loss before their step was. */
  static Divergence ofWeights(RunState state, double rate, double highestRate, boolean saved) {
    return new Divergence(
        /* ofValidation= */ false,
        null,
        "network's weights are no longer finite",
        state,
        rate,
        highestRate,
        saved);
  }

  private Divergence(
      boolean ofValidation,
      Throwable cause,
      String what,
      RunState state,
      double rate,
      double highestRate,
      boolean saved) {
    super(
        cause,
        "The %s at step %s, with a learning rate of %s: take a lower %s (now %s) and start"
            + " again%s%s.",
        what,
        state.step(),
        String.format(Locale.ROOT, "%.3g", rate),
        Setting.LEARNING_RATE,
        highestRate,
        saved ? ", or continue from the last state by " : "",
        saved ? Setting.RESUME : "");
    this.step = state.step();
    this.ofValidation = ofValidation;
  }

  /** Whether each of some processes sees it, as they do but for a validation, which one makes. */
  public boolean isSeenByAll(int processes) {
    return processes == 1 || !ofValidation;
  }

  /** The step at which it was detected, counted from 1. */
  public long step() {
    return step;
  }
}
