package io.butcherblock.benchmarks.startup;

import io.butcherblock.benchmarks.network.MeasuredNetwork;
import io.butcherblock.benchmarks.network.NetworkFiles;
import io.butcherblock.benchmarks.process.ColdStart;
import io.butcherblock.benchmarks.report.Clock;
import io.butcherblock.benchmarks.report.Findings;
import io.butcherblock.image.ImageFiles;
import io.butcherblock.measure.TimedComparison;
import io.butcherblock.measure.TimedTask;
import io.butcherblock.synthetic.SyntheticImages;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Commands as new processes. */
public final class StartupBenchmark {

  private static final String NETWORK = "oisr-lf-s";
  private static final int SIDE = 8;

  private StartupBenchmark() {}

  /**
   * Runs it.
   *
   * @param launcher the script for Unix
   * @param folder for weights and images; stays as long as the benchmark runs
   */
  public static Findings measure(Clock clock, Path launcher, Path folder)
      throws IOException, InterruptedException {
    Path weights = NetworkFiles.writeWeights(MeasuredNetwork.of(NETWORK), folder).safetensors();
    Path small = folder.resolve("small.png");
    ImageFiles.write(SyntheticImages.generate(1, SIDE, SIDE), small);
    String size = SIDE + "x" + SIDE;
    TimedTask given =
        start(
            launcher,
            "upscale %s, %s".formatted(size, NETWORK),
            "upscale",
            NETWORK,
            "--weights",
            weights.toString(),
            small.toString(),
            "--out",
            folder.resolve("large.png").toString());
    TimedTask shipped =
        start(
            launcher,
            "upscale %s, trained weights".formatted(size),
            "upscale",
            small.toString(),
            "--out",
            folder.resolve("large-trained.png").toString());
    TimedComparison cold =
        new TimedComparison(
            "cold start",
            start(launcher, "--help", "--help"),
            List.of(start(launcher, "networks", "networks"), given, shipped));
    return new StartupFindings(clock.time(List.of(cold)).get(0));
  }

  private static TimedTask start(Path launcher, String name, String... arguments) {
    List<String> command = new ArrayList<>(List.of("sh", launcher.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder process = new ProcessBuilder(command);
    process.environment().put("JAVA_HOME", System.getProperty("java.home"));
    return new ColdStart(name, process);
  }
}
