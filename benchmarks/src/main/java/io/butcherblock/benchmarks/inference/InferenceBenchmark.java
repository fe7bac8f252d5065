package io.butcherblock.benchmarks.inference;

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
import io.butcherblock.benchmarks.process.FloatFile;
import io.butcherblock.benchmarks.python.PythonPrograms;
import io.butcherblock.benchmarks.python.PythonSubject;
import io.butcherblock.benchmarks.report.Clock;
import io.butcherblock.benchmarks.report.Findings;
import io.butcherblock.image.ImageSize;
import io.butcherblock.synthetic.SyntheticImages;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** One image through each network by each subject. */
public final class InferenceBenchmark {

  private static final ImageSize SIZE = new ImageSize(320, 180);

  /** Of values 0..255; ours has Winograd convolutions, and each library adds in its own order. */
  private static final double LARGEST_DIFFERENCE = 2e-3;

  /** Those of OpenCV round more. */
  private static final double LARGEST_DIFFERENCE_OF_WINOGRAD = 0.02;

  private static final ComparedWork WORK =
      new ComparedWork(Upscaling.WORK, "the enlarged image", 1);

  private static final long SEED = 1;

  private InferenceBenchmark() {}

  /**
   * Those that are measured.
   *
   * @param only the name of one of them; empty for all
   * @throws IllegalStateException if there is no such
   */
  static List<MeasuredNetwork> networks(Optional<String> only) {
    List<MeasuredNetwork> all =
        List.of(MeasuredNetwork.of("oisr-lf-s"), MeasuredNetwork.of("oisr-rk3").withSize(2, 256));
    List<MeasuredNetwork> wanted =
        all.stream().filter(one -> only.map(one.spec().name()::equals).orElse(true)).toList();
    if (wanted.isEmpty()) {
      throw new IllegalStateException(
          "The network %s is not among those that are measured: %s."
              .formatted(
                  only.orElseThrow(),
                  all.stream().map(one -> one.spec().name()).collect(Collectors.joining(", "))));
    }
    return wanted;
  }

  /**
   * Runs it; the folder of the settings holds its files.
   *
   * @param only the name of the one network that is wanted; empty for all
   */
  public static Findings measure(
      Clock clock, ChildSettings settings, PythonPrograms python, Optional<String> only)
      throws IOException, InterruptedException {
    return measure(clock, settings, python, networks(only), SIZE);
  }

  static Findings measure(
      Clock clock,
      ChildSettings settings,
      PythonPrograms python,
      List<MeasuredNetwork> networks,
      ImageSize size)
      throws IOException, InterruptedException {
    Path image = settings.folder().resolve("image.f32");
    float[] planes = SyntheticImages.generate(SEED, size.width(), size.height()).planes();
    FloatFile.write(image, List.of(planes));
    try (ChildGroup children = new ChildGroup(settings)) {
      List<PairedRuns> runs = new ArrayList<>();
      for (MeasuredNetwork network : networks) {
        runs.add(runs(network, image, size, python, children));
      }
      return new PairedFindings(settings.threads(), PairedRuns.measure(runs, clock));
    }
  }

  private static PairedRuns runs(
      MeasuredNetwork network,
      Path image,
      ImageSize size,
      PythonPrograms python,
      ChildGroup children)
      throws IOException {
    Path folder = children.settings().folder();
    NetworkFiles files = NetworkFiles.writeAll(network, folder.resolve(network.spec().name()));
    Arguments arguments =
        Upscaling.arguments(network.addTo(new Arguments(Map.of())), files, image, size);
    Contenders contenders =
        Contenders.start(
            WORK, ours(OurEngine.PLANNED, arguments), others(arguments, python), children);
    int c = network.spec().channels();
    return new PairedRuns(
        "%s, %sx%s".formatted(network.title(), size.width(), size.height()),
        network.gigaflop((long) size.width() * size.height()),
        contenders,
        LimitTrial.start(children, new ConvolutionSize(c, 1, size.height(), size.width(), false)));
  }

  private static List<Contender> others(Arguments arguments, PythonPrograms python) {
    return List.of(
        ours(OurEngine.DIRECT, arguments),
        ours(OurEngine.FORWARD, arguments),
        Contender.java("ONNX Runtime", OnnxInference.class, arguments, LARGEST_DIFFERENCE),
        Contender.java("DJL", DjlInference.class, arguments, LARGEST_DIFFERENCE),
        openCv("OpenCV", true, arguments, LARGEST_DIFFERENCE_OF_WINOGRAD),
        openCv("OpenCV, no Winograd", false, arguments, LARGEST_DIFFERENCE),
        PythonSubject.of(python, WORK, arguments, LARGEST_DIFFERENCE));
  }

  private static Contender ours(OurEngine engine, Arguments arguments) {
    return Contender.java(
        engine.title(),
        OurInference.class,
        arguments.with(OurInference.ENGINE, engine.name()),
        LARGEST_DIFFERENCE);
  }

  private static Contender openCv(
      String title, boolean winograd, Arguments arguments, double limit) {
    return Contender.java(
        title, OpenCvInference.class, arguments.with(OpenCvInference.WINOGRAD, winograd), limit);
  }
}
