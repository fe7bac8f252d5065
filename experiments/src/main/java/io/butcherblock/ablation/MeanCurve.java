package io.butcherblock.ablation;

import io.butcherblock.charts.CurvePlot;
import io.butcherblock.results.LearningCurves;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The mean of a column of some runs' logs, at the steps that all of them have. Those are all steps,
 * unless a log was damaged or cut.
 *
 * @param values one for each of {@code steps}
 */
@SuppressWarnings("ArrayRecordComponent") // Drawn, and never compared.
record MeanCurve(double[] steps, double[] values) {

  static MeanCurve of(
      List<LearningCurves> runs,
      Function<LearningCurves, double[]> steps,
      Function<LearningCurves, double[]> values) {
    List<Map<Double, Double>> byStep =
        runs.stream().map(run -> byStep(steps.apply(run), values.apply(run))).toList();
    List<Double> common = new ArrayList<>();
    for (double step : steps.apply(runs.get(0))) {
      if (byStep.stream().allMatch(run -> run.containsKey(step))) {
        common.add(step);
      }
    }
    double[] means = new double[common.size()];
    for (int i = 0; i < means.length; i++) {
      for (Map<Double, Double> run : byStep) {
        means[i] += run.get(common.get(i)) / runs.size();
      }
    }
    return new MeanCurve(common.stream().mapToDouble(step -> step).toArray(), means);
  }

  /** The moving average of this curve. */
  MeanCurve smoothed(int window) {
    return new MeanCurve(steps, CurvePlot.movingAverage(values, window));
  }

  private static Map<Double, Double> byStep(double[] steps, double[] values) {
    Map<Double, Double> byStep = new HashMap<>();
    for (int i = 0; i < steps.length; i++) {
      byStep.put(steps[i], values[i]);
    }
    return byStep;
  }
}
