package io.butcherblock.train;

import java.util.Objects;

/**
 * The state of a training run, apart from its weights and its optimizer. Learning rate and patches
 * of each step follow from it and from the run's options.
 *
 * @param step the number of optimizer steps done
 * @param seconds of training so far, over all sessions of the run; validation and saving do not
 *     count
 * @param best PSNR and loss so far
 * @param halvings how often the learning rate was halved since the run diverged; see {@link
 *     OnDivergence#RETRY}
 * @param validationDue whether the network of this step is still to be validated, before the next
 *     step: a stop has cut that short, or the level that is begun has no step
 * @param unlogged what has happened since the last line of the log
 * @param levelStart which level of the run is trained; see {@link TrainingOptions#levels}
 */
public record RunState(
    long step,
    double seconds,
    BestSoFar best,
    int halvings,
    boolean validationDue,
    LogInterval unlogged,
    LevelStart levelStart) {

  /** The state before the first step. */
  public static final RunState START =
      new RunState(
          0, 0, BestSoFar.NONE, 0, /* validationDue= */ false, LogInterval.EMPTY, LevelStart.FIRST);

  public RunState {
    Objects.requireNonNull(best, "best");
    Objects.requireNonNull(levelStart, "levelStart");
    Objects.requireNonNull(unlogged, "unlogged");
  }

  /** The best validation PSNR so far in dB; negative infinity before the first validation. */
  public double bestPsnr() {
    return best.psnr();
  }

  /**
   * After one more step.
   *
   * @param wait how long it waited for data, in seconds
   */
  RunState next(StepTotals totals, double wait) {
    LogInterval interval = unlogged.step(totals, wait);
    double time = seconds + totals.seconds();
    return new RunState(step + 1, time, best, halvings, validationDue, interval, levelStart);
  }

  /** At the same step, after its losses were read. */
  RunState read(StepTotals totals) {
    LogInterval interval = unlogged.read(totals);
    double time = seconds + totals.seconds();
    return new RunState(step, time, best, halvings, validationDue, interval, levelStart);
  }

  /** When a loss is known. */
  RunState withLoss(double loss) {
    return withBest(best.withLoss(loss));
  }

  /** When a line of the log is written. */
  RunState logged() {
    LogInterval none = LogInterval.EMPTY;
    return new RunState(step, seconds, best, halvings, validationDue, none, levelStart);
  }

  /** When its validation is made. */
  RunState validated(double psnr) {
    return withBest(best.withPsnr(psnr)).withValidationDue(false);
  }

  private RunState withBest(BestSoFar other) {
    return new RunState(step, seconds, other, halvings, validationDue, unlogged, levelStart);
  }

  /** When its validation is to be made, or need not be any more. */
  RunState withValidationDue(boolean due) {
    return new RunState(step, seconds, best, halvings, due, unlogged, levelStart);
  }

  /**
   * This state with another learning rate.
   *
   * @param times how often it is halved
   */
  public RunState halved(int times) {
    return new RunState(step, seconds, best, times, validationDue, unlogged, levelStart);
  }

  /**
   * At the beginning of the next level. PSNR and loss of the level before are those of another
   * network, and are compared with nothing any more.
   */
  RunState nextLevel() {
    LevelStart next = new LevelStart(levelStart.level() + 1, step);
    return new RunState(step, seconds, BestSoFar.NONE, halvings, validationDue, unlogged, next);
  }
}
