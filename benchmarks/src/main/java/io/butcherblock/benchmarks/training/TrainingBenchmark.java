package io.butcherblock.benchmarks.training;

import io.butcherblock.benchmarks.comparison.PairedFindings;
import io.butcherblock.benchmarks.comparison.PairedRuns;
import io.butcherblock.benchmarks.limit.ConvolutionSize;
import io.butcherblock.benchmarks.limit.LimitTrial;
import io.butcherblock.benchmarks.network.MeasuredNetwork;
import io.butcherblock.benchmarks.network.NetworkFiles;
import io.butcherblock.benchmarks.process.Agreement;
import io.butcherblock.benchmarks.process.Arguments;
import io.butcherblock.benchmarks.process.ChildGroup;
import io.butcherblock.benchmarks.process.ChildProgram;
import io.butcherblock.benchmarks.process.ChildSettings;
import io.butcherblock.benchmarks.process.ChildTask;
import io.butcherblock.benchmarks.report.Clock;
import io.butcherblock.benchmarks.report.Findings;
import io.butcherblock.throughput.Flop;
import io.butcherblock.throughput.Input;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Training steps by each subject. */
public final class TrainingBenchmark {

  private static final Input SIZE = new Input(16, 48, 48);

  /** Steps whose losses are compared. */
  private static final int COMPARED = 3;

  /**
   * Of losses of tens: Adam's first steps have the full learning rate whatever the gradient, so
   * that a gradient which rounds to another sign moves a weight the other way.
   */
  private static final double LARGEST_DIFFERENCE = 0.01;

  private TrainingBenchmark() {}

  /** Runs it; the folder of the settings holds its files. */
  public static Findings measure(Clock clock, ChildSettings settings)
      throws IOException, InterruptedException {
    return measure(clock, settings, MeasuredNetwork.of("oisr-lf-s"), SIZE);
  }

  static Findings measure(Clock clock, ChildSettings settings, MeasuredNetwork network, Input size)
      throws IOException, InterruptedException {
    try (ChildGroup children = new ChildGroup(settings)) {
      PairedRuns runs = runs(network, size, children);
      return new PairedFindings(settings.threads(), PairedRuns.measure(List.of(runs), clock));
    }
  }

  private static PairedRuns runs(MeasuredNetwork network, Input size, ChildGroup children)
      throws IOException {
    Path folder = children.settings().folder();
    NetworkFiles files = NetworkFiles.writeWeights(network, folder.resolve("training"));
    Arguments arguments = Training.arguments(network.addTo(new Arguments(Map.of())), files, size);
    ChildTask ours = task(children, "ours", OurTraining.class, arguments);
    List<ChildTask> others =
        List.of(
            task(children, "plain bindings", PlainTraining.class, arguments),
            task(children, "DJL", DjlTraining.class, arguments));
    int c = network.spec().channels();
    return new PairedRuns(
        "%s, step of %d patches of %dx%d"
            .formatted(network.title(), size.images(), size.width(), size.height()),
        Flop.PASSES_OF_TRAINING * network.gigaflop(size.pixels()),
        ours,
        others,
        Agreement.checkAll(
            "the losses of the first steps", ours, others, COMPARED, folder, LARGEST_DIFFERENCE),
        LimitTrial.start(
            children, new ConvolutionSize(c, size.images(), size.height(), size.width(), true)));
  }

  private static ChildTask task(
      ChildGroup children, String title, Class<? extends ChildProgram> program, Arguments arguments)
      throws IOException {
    return new ChildTask(title, children.start(title, program, arguments), Training.WORK);
  }
}
