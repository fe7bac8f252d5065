package io.butcherblock.train;

import io.butcherblock.error.ButcherblockException;
import io.butcherblock.metrics.PsnrSsim;

/**
 * Receives the events of a training run, on the thread that trains. Each method does nothing by
 * default.
 */
public interface TrainingListener {

  /**
   * Called after each step; must be quick.
   *
   * @param state the state of the run after the step
   * @param progress how much of the run is done, 0 to 1
   */
  default void step(RunState state, double progress) {}

  /**
   * Called after every {@link TrainingOptions#logEvery} steps, before a validation and after the
   * last step; {@link #step} of the last of them comes after it.
   *
   * @param report what has happened since the last call
   */
  default void steps(StepReport report) {}

  /**
   * Called after each validation.
   *
   * @param state the state of the run; its best PSNR includes this validation
   * @param quality mean PSNR in dB and mean SSIM over the validation images
   * @param best whether this is the best PSNR so far
   */
  default void validated(RunState state, PsnrSsim quality, boolean best) {}

  /**
   * Called when the state of the run should be saved: after each validation, at least every ten
   * minutes between them, at a stop and at the end.
   *
   * @param state the state of the run
   */
  default void save(RunState state) {}

  /**
   * Called when the run has diverged and has gone back to a saved state, {@link
   * OnDivergence#RETRY}.
   *
   * @param divergence what happened
   * @param state where the run stands again, with half the learning rate
   */
  default void wentBack(Divergence divergence, RunState state) {}

  /**
   * Called when a level of a run of several is begun, {@link TrainingOptions#levels}, before its
   * first step.
   *
   * @param report which level, and how large its network is
   */
  default void level(LevelReport report) {}

  /**
   * Called once when something fails that the run goes on without: what is written for people to
   * look at, or Winograd convolutions, without which it takes longer.
   *
   * @param what is missing from now on, such as {@code the event file for TensorBoard}
   * @param failure why, as its message says in a sentence
   */
  default void continuesWithout(String what, ButcherblockException failure) {}

  /** A listener that does nothing. */
  static TrainingListener none() {
    return new TrainingListener() {};
  }

  /** A listener that passes each event first to this listener, then to {@code other}. */
  default TrainingListener and(TrainingListener other) {
    return both(this, other);
  }

  /**
   * A listener that passes each event to two others.
   *
   * @param first called first
   * @param second called second
   */
  static TrainingListener both(TrainingListener first, TrainingListener second) {
    return new TrainingListener() {

      @Override
      public void step(RunState state, double progress) {
        first.step(state, progress);
        second.step(state, progress);
      }

      @Override
      public void steps(StepReport report) {
        first.steps(report);
        second.steps(report);
      }

      @Override
      public void validated(RunState state, PsnrSsim quality, boolean best) {
        first.validated(state, quality, best);
        second.validated(state, quality, best);
      }

      @Override
      public void save(RunState state) {
        first.save(state);
        second.save(state);
      }

      @Override
      public void wentBack(Divergence divergence, RunState state) {
        first.wentBack(divergence, state);
        second.wentBack(divergence, state);
      }

      @Override
      public void level(LevelReport report) {
        first.level(report);
        second.level(report);
      }

      @Override
      public void continuesWithout(String what, ButcherblockException failure) {
        first.continuesWithout(what, failure);
        second.continuesWithout(what, failure);
      }
    };
  }
}
