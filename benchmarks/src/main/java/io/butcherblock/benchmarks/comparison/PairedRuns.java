package io.butcherblock.benchmarks.comparison;

import io.butcherblock.benchmarks.limit.Limit;
import io.butcherblock.benchmarks.limit.LimitTrial;
import io.butcherblock.benchmarks.process.ChildTask;
import io.butcherblock.benchmarks.report.Clock;
import io.butcherblock.measure.ComparisonResult;
import io.butcherblock.measure.TimedComparison;
import io.butcherblock.measure.TimedTask;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Subjects that do the same work.
 *
 * @param title what they do
 * @param gigaflop floating-point operations of the work, in 10^9
 * @param ours what the others are compared with
 * @param largestDifference of what the others compute from what ours does, in their order
 */
public record PairedRuns(
    String title,
    double gigaflop,
    ChildTask ours,
    List<ChildTask> others,
    List<Double> largestDifference,
    LimitTrial limit) {

  private static final int COMPARISONS = 3;

  private List<TimedComparison> comparisons() {
    return List.of(
        new TimedComparison(title, ours, List.<TimedTask>copyOf(others)),
        limit.convolutions(),
        limit.copy());
  }

  /** Times all of {@code all} in the same rounds. */
  public static List<PairedResult> measure(List<PairedRuns> all, Clock clock)
      throws IOException, InterruptedException {
    List<ComparisonResult> results =
        clock.time(all.stream().flatMap(runs -> runs.comparisons().stream()).toList());
    List<PairedResult> paired = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      int at = COMPARISONS * i;
      PairedRuns runs = all.get(i);
      Limit limit = runs.limit.limit(results.get(at + 1), results.get(at + 2));
      paired.add(runs.result(results.get(at), limit));
    }
    return paired;
  }

  private PairedResult result(ComparisonResult result, Limit limit) throws IOException {
    List<SubjectTimes> subjects = new ArrayList<>();
    subjects.add(SubjectTimes.ofOurs(ours, result.peer(), gigaflop, limit));
    for (int i = 0; i < others.size(); i++) {
      subjects.add(
          SubjectTimes.of(
              others.get(i), result.subjects().get(i), gigaflop, limit, largestDifference.get(i)));
    }
    return new PairedResult(title, gigaflop, subjects, limit);
  }
}
