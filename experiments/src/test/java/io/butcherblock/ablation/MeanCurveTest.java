package io.butcherblock.ablation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import io.butcherblock.results.LearningCurves;
import java.util.List;
import org.junit.jupiter.api.Test;

class MeanCurveTest {

  private static final double[] NONE = {};

  private static LearningCurves run(double[] steps, double[] losses) {
    return new LearningCurves("run", steps, losses, NONE, NONE, NONE);
  }

  private static MeanCurve mean(LearningCurves... runs) {
    return MeanCurve.of(List.of(runs), LearningCurves::lossSteps, LearningCurves::loss);
  }

  @Test
  void itIsTheMeanAtEachStep() {
    MeanCurve mean =
        mean(
            run(new double[] {10, 20}, new double[] {4, 2}),
            run(new double[] {10, 20}, new double[] {6, 5}));
    assertArrayEquals(new double[] {10, 20}, mean.steps());
    assertArrayEquals(new double[] {5, 3.5}, mean.values());
  }

  /** Of logs that were cut or damaged, those steps count that all of them have. */
  @Test
  void logsMayHaveOtherLengths() {
    LearningCurves longer = run(new double[] {10, 20, 30}, new double[] {4, 2, 1});
    LearningCurves shorter = run(new double[] {20}, new double[] {5});
    for (MeanCurve mean : List.of(mean(longer, shorter), mean(shorter, longer))) {
      assertArrayEquals(new double[] {20}, mean.steps());
      assertArrayEquals(new double[] {3.5}, mean.values());
    }
    assertArrayEquals(NONE, mean(longer, run(NONE, NONE)).values());
  }
}
