package io.butcherblock.benchmarks.comparison;

import io.butcherblock.benchmarks.limit.Limit;
import io.butcherblock.benchmarks.limit.LimitTrial;
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
 */
public record PairedRuns(String title, double gigaflop, Contenders contenders, LimitTrial limit) {

  private static final int COMPARISONS = 3;

  private List<TimedComparison> comparisons() {
    List<TimedTask> others =
        contenders.others().stream().<TimedTask>map(Contenders.Admitted::task).toList();
    return List.of(
        new TimedComparison(title, contenders.ours(), others), limit.convolutions(), limit.copy());
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
    subjects.add(SubjectTimes.ofOurs(contenders.ours(), result.peer(), gigaflop, limit));
    for (int i = 0; i < contenders.others().size(); i++) {
      Contenders.Admitted other = contenders.others().get(i);
      subjects.add(
          SubjectTimes.of(
              other.task(), result.subjects().get(i), gigaflop, limit, other.largestDifference()));
    }
    return new PairedResult(title, gigaflop, subjects, contenders.leftOut(), limit);
  }
}
