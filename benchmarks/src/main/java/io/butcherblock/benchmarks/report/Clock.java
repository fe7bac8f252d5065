package io.butcherblock.benchmarks.report;

import io.butcherblock.measure.ComparisonResult;
import io.butcherblock.measure.Rounds;
import io.butcherblock.measure.TimedComparison;
import io.butcherblock.progress.Progress;
import io.butcherblock.progress.ProgressDisplay;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.List;

/**
 * Times comparisons with progress on standard error.
 *
 * @param benchmark its name, shown with the progress
 * @param warmUp rounds that do not count
 * @param rounds rounds that count, at least 1
 */
public record Clock(String benchmark, int warmUp, int rounds) {

  /** What the times of the comparisons say, in their order. */
  public List<ComparisonResult> time(List<TimedComparison> comparisons)
      throws IOException, InterruptedException {
    Rounds run = new Rounds(warmUp, rounds);
    PrintWriter err = new PrintWriter(System.err, true, Charset.defaultCharset());
    try (Progress progress =
        ProgressDisplay.onStandardError(err).start(benchmark, "tasks", 0, run.runs(comparisons))) {
      return run.compare(
          comparisons,
          (round, done) -> {
            progress.note(round < 0 ? "warm-up" : "round " + (round + 1) + " of " + rounds);
            progress.to(done);
          });
    }
  }
}
