package io.butcherblock.train;

import io.butcherblock.metrics.Quality;

/** Told what happens in a run; not at every step, so it may be slow. */
public interface TrainingListener {

  /** Some steps are done: {@link TrainingOptions#logEvery} of them, or the last. */
  void steps(StepReport report);

  /**
   * The network was validated.
   *
   * @param best whether it was never better
   */
  void validated(Moment moment, Quality quality, boolean best);

  /** The state of the run should be saved: after each validation, at a stop and at the end. */
  void save(Moment moment);
}
