package io.butcherblock.benchmarks.measure;

import io.butcherblock.report.Progress;
import io.butcherblock.report.ProgressDisplay;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.List;

/**
 * Times comparisons with progress on standard error.
 *
 * @param benchmark its name, beside the progress
 * @param warmUp rounds that do not count
 * @param rounds rounds that count, at least 1
 */
public record Clock(String benchmark, int warmUp, int rounds) {

  /** What the comparisons show. */
  public List<Result> time(List<Comparison> comparisons) throws IOException, InterruptedException {
    Rounds run = new Rounds(comparisons);
    PrintWriter err = new PrintWriter(System.err, true, Charset.defaultCharset());
    try (Progress progress =
        ProgressDisplay.onStandardError(err)
            .start(benchmark, "tasks", 0, run.tasks(warmUp, rounds))) {
      return run.run(warmUp, rounds, progress);
    }
  }
}
