package io.butcherblock.train;

import io.butcherblock.metrics.Quality;

/** Two listeners as one. */
record ListenerPair(TrainingListener first, TrainingListener second) implements TrainingListener {

  @Override
  public void step(Moment moment, double progress) {
    first.step(moment, progress);
    second.step(moment, progress);
  }

  @Override
  public void steps(StepReport report) {
    first.steps(report);
    second.steps(report);
  }

  @Override
  public void validated(Moment moment, Quality quality, boolean best) {
    first.validated(moment, quality, best);
    second.validated(moment, quality, best);
  }

  @Override
  public void save(Moment moment) {
    first.save(moment);
    second.save(moment);
  }
}
