package io.butcherblock.benchmarks.comparison;

import io.butcherblock.benchmarks.limit.Limit;
import io.butcherblock.benchmarks.process.ChildTask;
import io.butcherblock.measure.ComparisonResult.Against;
import io.butcherblock.measure.PairedTimes;
import io.butcherblock.measure.Quantiles;
import io.butcherblock.measure.Sample;
import java.io.IOException;
import java.util.Map;

/**
 * How fast a subject was, and what else it needed.
 *
 * @param ratio its time over ours
 * @param ratioInterval95 null for ours
 * @param shareOfLimit its rate over that of the fastest convolution by itself
 * @param peakMebibytes the most memory of its process; negative where unknown
 * @param idleMilliseconds the median of its processor time while the others were measured
 * @param largestDifference of what it computes from what ours does
 */
public record SubjectTimes(
    Sample sample,
    double ratio,
    PairedTimes.Interval ratioInterval95,
    double gigaflopPerSecond,
    double shareOfLimit,
    double peakMebibytes,
    double idleMilliseconds,
    double largestDifference,
    Map<String, String> versions) {

  static SubjectTimes ofOurs(ChildTask task, Sample sample, double gigaflop, Limit limit)
      throws IOException {
    return of(task, new Against(sample, 1, null), gigaflop, limit, 0);
  }

  static SubjectTimes of(
      ChildTask task, Against against, double gigaflop, Limit limit, double largestDifference)
      throws IOException {
    double rate = gigaflop / (against.sample().median() / 1e3);
    return new SubjectTimes(
        against.sample(),
        against.ratio(),
        against.ratioInterval95(),
        rate,
        rate / limit.best().gigaflopPerSecond(),
        task.child().peakMebibytes(),
        Quantiles.of(task.idle()).median(),
        largestDifference,
        task.child().versions());
  }
}
