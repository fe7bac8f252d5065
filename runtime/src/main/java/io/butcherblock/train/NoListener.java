package io.butcherblock.train;

import io.butcherblock.metrics.Quality;

/** Tells nobody: for processes that leave the record to rank 0. */
public record NoListener() implements TrainingListener {

  @Override
  public void step(Moment moment, double progress) {}

  @Override
  public void steps(StepReport report) {}

  @Override
  public void validated(Moment moment, Quality quality, boolean best) {}

  @Override
  public void save(Moment moment) {}
}
