package io.butcherblock.report;

import io.butcherblock.metrics.PsnrSsim;
import io.butcherblock.train.RunFolder;
import io.butcherblock.train.RunState;
import io.butcherblock.train.StepReport;
import io.butcherblock.train.TrainingListener;

/** Draws the curves of a run into its folder whenever it is saved. */
public record CurvesPicture(RunFolder run) implements TrainingListener {

  @Override
  public void step(RunState state, double progress) {}

  @Override
  public void steps(StepReport report) {}

  @Override
  public void validated(RunState state, PsnrSsim quality, boolean best) {}

  @Override
  public void save(RunState state) {
    RunSubject subject = RunSubject.of(run.metadata());
    LearningCurves.read(subject.network(), run.log()).write(run.curves(), subject);
  }
}
