package io.butcherblock.train;

import io.butcherblock.metrics.PsnrSsim;

/** Tells nobody: for processes that leave the record to rank 0. */
public record NoListener() implements TrainingListener {

  @Override
  public void step(RunState moment, double progress) {}

  @Override
  public void steps(StepReport report) {}

  @Override
  public void validated(RunState moment, PsnrSsim quality, boolean best) {}

  @Override
  public void save(RunState moment) {}
}
