package io.butcherblock.benchmarks.startup;

import io.butcherblock.benchmarks.network.MeasuredNetwork;
import io.butcherblock.benchmarks.network.NetworkFiles;
import io.butcherblock.benchmarks.process.Program;
import io.butcherblock.benchmarks.report.Clock;
import io.butcherblock.benchmarks.report.Findings;
import io.butcherblock.data.ImageFiles;
import io.butcherblock.measure.TimedComparison;
import io.butcherblock.measure.TimedTask;
import io.butcherblock.synthetic.SyntheticImages;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Commands as new processes. */
public final class StartupBenchmark {

  private static final String NETWORK = "oisr-lf-s";
  private static final int SIDE = 8;

  private StartupBenchmark() {}

  /**
   * Runs it.
   *
   * @param folder for weights and images; stays as long as the benchmark runs
   */
  public static Findings measure(Clock clock, Program program, Path folder)
      throws IOException, InterruptedException {
    Path weights = NetworkFiles.writeWeights(MeasuredNetwork.of(NETWORK), folder).safetensors();
    Path small = folder.resolve("small.png");
    ImageFiles.write(SyntheticImages.generate(1, SIDE, SIDE), small);
    TimedTask upscale =
        program.coldStart(
            "upscale " + SIDE + "x" + SIDE,
            "upscale",
            NETWORK,
            "--weights",
            weights.toString(),
            small.toString(),
            "--out",
            folder.resolve("large.png").toString());
    TimedComparison cold =
        new TimedComparison(
            "cold start",
            program.coldStart("--help", "--help"),
            List.of(program.coldStart("networks", "networks"), upscale));
    return new StartupFindings(clock.time(List.of(cold)).get(0));
  }
}
