package io.butcherblock.train;

import io.butcherblock.metrics.PsnrSsim;

/** Told what happens in a run, on the thread that trains. */
public interface TrainingListener {

  /** A step is done; called at each, so it must be quick. */
  void step(RunState moment, double progress);

  /** Some steps are done: {@link TrainingOptions#logEvery} of them, or the last. */
  void steps(StepReport report);

  /**
   * The network was validated.
   *
   * @param best whether it was never better
   */
  void validated(RunState moment, PsnrSsim quality, boolean best);

  /**
   * The state of the run should be saved: after each validation, now and then between them, at a
   * stop and at the end.
   */
  void save(RunState moment);

  /** Does nothing. */
  static TrainingListener none() {
    return new NoListener();
  }

  /** Tells both, {@code this} first. */
  default TrainingListener and(TrainingListener other) {
    return new ListenerPair(this, other);
  }
}
