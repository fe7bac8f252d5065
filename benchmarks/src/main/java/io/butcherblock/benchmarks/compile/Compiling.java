package io.butcherblock.benchmarks.compile;

import io.butcherblock.benchmarks.report.Clock;
import io.butcherblock.benchmarks.report.Findings;
import java.io.IOException;
import java.nio.file.Path;

/** The door to this package. */
public final class Compiling {

  private Compiling() {}

  /**
   * Measures what the annotation processor costs.
   *
   * @param examples source folder of the examples
   * @param classes class path of a project that declares schemes
   * @param processors the processor with its libraries, but for the annotations
   * @param folder for sources and outputs; stays as long as the benchmark runs
   */
  public static Findings measure(
      Clock clock, Path examples, String classes, String processors, Path folder)
      throws IOException, InterruptedException {
    if (Compiling.class.getResource("/io/butcherblock/processor/ButcherblockProcessor.class")
        != null) {
      throw new IllegalStateException(
          "The processor is on the class path of the benchmark, from where javac takes it warm.");
    }
    return CompileBenchmark.prepare(
            SchemeSources.read(examples), CompilePaths.of(classes, processors), folder)
        .measure(clock);
  }
}
