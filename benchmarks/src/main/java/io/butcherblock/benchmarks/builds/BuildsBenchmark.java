package io.butcherblock.benchmarks.builds;

import io.butcherblock.benchmarks.process.Program;
import io.butcherblock.benchmarks.report.Clock;
import io.butcherblock.benchmarks.report.Findings;
import io.butcherblock.measure.TimedComparison;
import io.butcherblock.measure.TimedTask;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * One build against another, by what both have in common: the command line. Its classes may have
 * other names in each.
 */
public final class BuildsBenchmark {

  private BuildsBenchmark() {}

  /**
   * Runs it.
   *
   * @param base whose times are 1 in every ratio
   * @param changed the other
   * @param folder for images, runs and weights; stays as long as the benchmark runs
   */
  public static Findings measure(Clock clock, Program base, Program changed, Path folder)
      throws IOException, InterruptedException {
    Pictures pictures = Pictures.write(folder.resolve("pictures"));
    Build first = Build.prepare("base", base, pictures, folder.resolve("base"));
    Build second = Build.prepare("changed", changed, pictures, folder.resolve("changed"));
    double difference = EnlargedImages.difference(first.enlarged(), second.enlarged());
    List<TimedComparison> comparisons = new ArrayList<>();
    comparisons.add(comparison("--help", Build::help, first, second));
    comparisons.add(comparison("first image, 8x8", Build::firstImage, first, second));
    comparisons.add(comparison("inference, 320x180", Build::inference, first, second));
    comparisons.add(
        comparison("training step, 16 patches of 48x48", Build::training, first, second));
    return new BuildsFindings(difference, clock.time(comparisons));
  }

  private static TimedComparison comparison(
      String name, Function<Build, TimedTask> task, Build base, Build changed) {
    return new TimedComparison(name, task.apply(base), List.of(task.apply(changed)));
  }
}
