package io.butcherblock.benchmarks.training;

import io.butcherblock.benchmarks.comparison.ComparedWork;
import io.butcherblock.benchmarks.comparison.Contender;
import io.butcherblock.benchmarks.comparison.Contenders;
import io.butcherblock.benchmarks.comparison.PairedFindings;
import io.butcherblock.benchmarks.comparison.PairedRuns;
import io.butcherblock.benchmarks.limit.ConvolutionSize;
import io.butcherblock.benchmarks.limit.LimitTrial;
import io.butcherblock.benchmarks.network.MeasuredNetwork;
import io.butcherblock.benchmarks.network.NetworkFiles;
import io.butcherblock.benchmarks.process.Arguments;
import io.butcherblock.benchmarks.process.ChildGroup;
import io.butcherblock.benchmarks.process.ChildSettings;
import io.butcherblock.benchmarks.python.PythonPrograms;
import io.butcherblock.benchmarks.python.PythonSubject;
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

  /** The losses of three steps are compared. */
  private static final ComparedWork WORK =
      new ComparedWork(Training.WORK, "the losses of the first steps", 3);

  /**
   * Of losses of tens: Adam's first steps have the full learning rate whatever the gradient, so
   * that a gradient which rounds to another sign moves a weight the other way.
   */
  private static final double LARGEST_DIFFERENCE = 0.01;

  private TrainingBenchmark() {}

  /** Runs it; the folder of the settings holds its files. */
  public static Findings measure(Clock clock, ChildSettings settings, PythonPrograms python)
      throws IOException, InterruptedException {
    return measure(clock, settings, python, MeasuredNetwork.of("oisr-lf-s"), SIZE);
  }

  static Findings measure(
      Clock clock,
      ChildSettings settings,
      PythonPrograms python,
      MeasuredNetwork network,
      Input size)
      throws IOException, InterruptedException {
    try (ChildGroup children = new ChildGroup(settings)) {
      PairedRuns runs = runs(network, size, python, children);
      return new PairedFindings(settings.threads(), PairedRuns.measure(List.of(runs), clock));
    }
  }

  private static PairedRuns runs(
      MeasuredNetwork network, Input size, PythonPrograms python, ChildGroup children)
      throws IOException {
    Path folder = children.settings().folder();
    NetworkFiles files = NetworkFiles.writeWeights(network, folder.resolve("training"));
    Arguments arguments = Training.arguments(network.addTo(new Arguments(Map.of())), files, size);
    Training.write(files, Patches.make(size.images(), size.width()));
    Contenders contenders =
        Contenders.start(
            WORK,
            Contender.java("ours", OurTraining.class, arguments, LARGEST_DIFFERENCE),
            List.of(
                Contender.java(
                    "plain bindings", PlainTraining.class, arguments, LARGEST_DIFFERENCE),
                Contender.java("DJL", DjlTraining.class, arguments, LARGEST_DIFFERENCE),
                PythonSubject.of(
                    python,
                    WORK,
                    Training.addForPython(network.addForPython(arguments)),
                    LARGEST_DIFFERENCE)),
            children);
    int c = network.spec().channels();
    return new PairedRuns(
        "%s, step of %s patches of %sx%s"
            .formatted(network.title(), size.images(), size.width(), size.height()),
        Flop.PASSES_OF_TRAINING * network.gigaflop(size.pixels()),
        contenders,
        LimitTrial.start(
            children, new ConvolutionSize(c, size.images(), size.height(), size.width(), true)));
  }
}
