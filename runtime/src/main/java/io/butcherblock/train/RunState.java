package io.butcherblock.train;

import java.util.Objects;

/**
 * The state of a training run, apart from its weights and its optimizer. Learning rate and patches
 * of each step follow from it and from the run's options.
 *
 * @param step the number of optimizer steps done
 * @param seconds of training so far, over all sessions of the run; validation and saving do not
 *     count
 * @param bestPsnr the best validation PSNR so far in dB; negative infinity before the first
 *     validation
 * @param lowestLoss the lowest loss of a step so far; positive infinity before the first
 * @param halvings how often the learning rate was halved since the run diverged; see {@link
 *     OnDivergence#RETRY}
 * @param validationDue whether the validation of this step was cut short by a stop, and is to be
 *     made before the next step
 * @param unlogged what has happened since the last line of the log
 * @param levelStart which level of the run is trained; see {@link TrainingOptions#levels}
 */
public record RunState(
    long step,
    double seconds,
    double bestPsnr,
    double lowestLoss,
    int halvings,
    boolean validationDue,
    LogInterval unlogged,
    LevelStart levelStart) {

  /** The state before the first step. */
  public static final RunState START =
      new RunState(
          0,
          0,
          Double.NEGATIVE_INFINITY,
          Double.POSITIVE_INFINITY,
          0,
          /* validationDue= */ false,
          LogInterval.EMPTY,
          LevelStart.FIRST);

  public RunState {
    Objects.requireNonNull(levelStart, "levelStart");
    Objects.requireNonNull(unlogged, "unlogged");
  }

  /**
   * After one more step.
   *
   * @param wait how long it waited for data, in seconds
   */
  RunState next(StepTotals totals, double wait) {
    return new RunState(
        step + 1,
        seconds + totals.seconds(),
        bestPsnr,
        lowestLoss,
        halvings,
        validationDue,
        unlogged.step(totals, wait),
        levelStart);
  }

  /** At the same step, after its losses were read. */
  RunState read(StepTotals totals) {
    return new RunState(
        step,
        seconds + totals.seconds(),
        bestPsnr,
        lowestLoss,
        halvings,
        validationDue,
        unlogged.read(totals),
        levelStart);
  }

  /** When a loss is known. */
  RunState withLoss(double loss) {
    return new RunState(
        step,
        seconds,
        bestPsnr,
        Math.min(lowestLoss, loss),
        halvings,
        validationDue,
        unlogged,
        levelStart);
  }

  /** When a line of the log is written. */
  RunState logged() {
    return new RunState(
        step,
        seconds,
        bestPsnr,
        lowestLoss,
        halvings,
        validationDue,
        LogInterval.EMPTY,
        levelStart);
  }

  /** When its validation is made. */
  RunState validated(double psnr) {
    return new RunState(
        step,
        seconds,
        Math.max(bestPsnr, psnr),
        lowestLoss,
        halvings,
        /* validationDue= */ false,
        unlogged,
        levelStart);
  }

  /** When its validation is to be made, or need not be any more. */
  RunState withValidationDue(boolean due) {
    return new RunState(step, seconds, bestPsnr, lowestLoss, halvings, due, unlogged, levelStart);
  }

  /**
   * This state with another learning rate.
   *
   * @param times how often it is halved
   */
  public RunState halved(int times) {
    return new RunState(
        step, seconds, bestPsnr, lowestLoss, times, validationDue, unlogged, levelStart);
  }

  /**
   * At the beginning of the next level. PSNR and loss of the level before are those of another
   * network, and are compared with nothing any more.
   */
  RunState nextLevel() {
    return new RunState(
        step,
        seconds,
        START.bestPsnr,
        START.lowestLoss,
        halvings,
        validationDue,
        unlogged,
        new LevelStart(levelStart.level() + 1, step));
  }
}
