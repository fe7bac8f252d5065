package io.butcherblock.train;

import io.butcherblock.metrics.PsnrSsim;

/** Two listeners as one. */
record ListenerPair(TrainingListener first, TrainingListener second) implements TrainingListener {

  @Override
  public void step(RunState moment, double progress) {
    first.step(moment, progress);
    second.step(moment, progress);
  }

  @Override
  public void steps(StepReport report) {
    first.steps(report);
    second.steps(report);
  }

  @Override
  public void validated(RunState moment, PsnrSsim quality, boolean best) {
    first.validated(moment, quality, best);
    second.validated(moment, quality, best);
  }

  @Override
  public void save(RunState moment) {
    first.save(moment);
    second.save(moment);
  }
}
