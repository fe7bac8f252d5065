package io.butcherblock.benchmarks.startup;

import io.butcherblock.benchmarks.measure.Clock;
import io.butcherblock.benchmarks.measure.Comparison;
import io.butcherblock.benchmarks.measure.Findings;
import io.butcherblock.benchmarks.measure.Result;
import io.butcherblock.benchmarks.measure.Task;
import io.butcherblock.benchmarks.network.MeasuredNetwork;
import io.butcherblock.benchmarks.network.NetworkFiles;
import io.butcherblock.data.ImageFiles;
import io.butcherblock.synthetic.SyntheticImages;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Commands as new processes, started as our launcher starts them. */
public final class StartupBenchmark {

  private static final String NETWORK = "oisr-lf-s";
  private static final int SIDE = 8;

  private StartupBenchmark() {}

  /**
   * Runs it.
   *
   * @param classPath the class path of the launcher
   * @param folder for weights and images; stays as long as the benchmark runs
   */
  public static Findings measure(Clock clock, String classPath, Path folder)
      throws IOException, InterruptedException {
    Path weights = NetworkFiles.writeWeights(MeasuredNetwork.of(NETWORK), folder).safetensors();
    Path small = folder.resolve("small.png");
    ImageFiles.write(SyntheticImages.generate(1, SIDE, SIDE), small);
    Task help = new ColdStart("--help", command(classPath, "--help"));
    Task networks = new ColdStart("networks", command(classPath, "networks"));
    Task upscale =
        new ColdStart(
            "upscale " + SIDE + "x" + SIDE,
            command(
                classPath,
                "upscale",
                NETWORK,
                "--weights",
                weights.toString(),
                small.toString(),
                "--out",
                folder.resolve("large.png").toString()));
    Comparison cold = new Comparison("cold start", help, List.of(networks, upscale));
    List<Result> results = clock.time(List.of(cold));
    return new StartupFindings(results.get(0));
  }

  private static List<String> command(String classPath, String... arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.awt.headless=true",
                "--enable-native-access=ALL-UNNAMED",
                "-Dorg.bytedeco.javacpp.maxBytes=0",
                "-Dorg.bytedeco.javacpp.maxPhysicalBytes=0",
                "-classpath",
                classPath,
                "io.butcherblock.cli.Main"));
    command.addAll(List.of(arguments));
    return command;
  }
}
