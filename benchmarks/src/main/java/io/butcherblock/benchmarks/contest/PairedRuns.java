package io.butcherblock.benchmarks.contest;

import io.butcherblock.benchmarks.limit.Limit;
import io.butcherblock.benchmarks.limit.LimitTrial;
import io.butcherblock.benchmarks.measure.Clock;
import io.butcherblock.benchmarks.measure.Comparison;
import io.butcherblock.benchmarks.measure.Result;
import io.butcherblock.benchmarks.measure.Task;
import io.butcherblock.benchmarks.process.ChildTask;
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

  private List<Comparison> comparisons() {
    return List.of(
        new Comparison(title, ours, List.<Task>copyOf(others)), limit.convolutions(), limit.copy());
  }

  /** Times all of them in the same rounds. */
  public static List<SubjectResult> hold(List<PairedRuns> contests, Clock clock)
      throws IOException, InterruptedException {
    List<Result> results =
        clock.time(contests.stream().flatMap(contest -> contest.comparisons().stream()).toList());
    List<SubjectResult> outcomes = new ArrayList<>();
    for (int i = 0; i < contests.size(); i++) {
      int at = COMPARISONS * i;
      PairedRuns contest = contests.get(i);
      Limit limit = contest.limit.limit(results.get(at + 1), results.get(at + 2));
      outcomes.add(contest.outcome(results.get(at), limit));
    }
    return outcomes;
  }

  private SubjectResult outcome(Result result, Limit limit) throws IOException {
    List<SubjectTimes> scores = new ArrayList<>();
    scores.add(SubjectTimes.ofOurs(ours, result.peer(), gigaflop, limit));
    for (int i = 0; i < others.size(); i++) {
      scores.add(
          SubjectTimes.of(
              others.get(i), result.subjects().get(i), gigaflop, limit, largestDifference.get(i)));
    }
    return new SubjectResult(title, gigaflop, scores, limit);
  }
}
