package io.butcherblock.results;

import io.butcherblock.run.RunFolder;
import io.butcherblock.train.RunState;
import io.butcherblock.train.TrainingListener;

/**
 * Draws the curves of a run into its folder whenever it is saved. That takes tenths of a second;
 * {@link io.butcherblock.train.DrawingListener} does it less often in a short run.
 */
public record CurvesPicture(RunFolder run) implements TrainingListener {

  @Override
  public void save(RunState state) {
    RunSubject subject = RunSubject.of(run.network().orElseThrow());
    LearningCurves.read(subject.network(), run.log()).write(run.curves(), subject);
  }
}
