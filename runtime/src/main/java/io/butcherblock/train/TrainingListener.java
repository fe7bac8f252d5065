package io.butcherblock.train;

import io.butcherblock.metrics.PsnrSsim;

/** Told what happens in a run, on the thread that trains; each method does nothing by default. */
public interface TrainingListener {

  /**
   * A step is done; called at each, so it must be quick.
   *
   * @param state where the run stands after the step
   * @param progress how much of the run is done, 0 to 1
   */
  default void step(RunState state, double progress) {}

  /** Some steps are done: {@link TrainingOptions#logEvery} of them, or the last. */
  default void steps(StepReport report) {}

  /**
   * The network was validated.
   *
   * @param state where the run stands; its best PSNR is that with this validation
   * @param quality mean PSNR in dB and mean SSIM over the validation images
   * @param best whether it was never better
   */
  default void validated(RunState state, PsnrSsim quality, boolean best) {}

  /**
   * The state of the run should be saved: after each validation, now and then between them, at a
   * stop and at the end.
   */
  default void save(RunState state) {}

  /** A listener that does nothing: for processes that leave the record to rank 0. */
  static TrainingListener none() {
    return new TrainingListener() {};
  }

  /** A listener that tells both, {@code this} first. */
  default TrainingListener and(TrainingListener other) {
    return both(this, other);
  }

  /** A listener that tells {@code first}, then {@code second}. */
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
    };
  }
}
