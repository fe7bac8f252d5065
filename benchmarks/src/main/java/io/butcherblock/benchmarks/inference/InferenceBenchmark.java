package io.butcherblock.benchmarks.inference;

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
import io.butcherblock.benchmarks.process.FloatFile;
import io.butcherblock.benchmarks.report.Clock;
import io.butcherblock.benchmarks.report.Findings;
import io.butcherblock.data.ImageSize;
import io.butcherblock.synthetic.SyntheticImages;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One image through each network by each subject. */
public final class InferenceBenchmark {

  private static final ImageSize SIZE = new ImageSize(320, 180);

  /** Of values 0..255; each library adds in its own order. */
  private static final double LARGEST_DIFFERENCE = 1e-3;

  private static final long SEED = 1;

  private InferenceBenchmark() {}

  private static List<MeasuredNetwork> networks() {
    return List.of(
        MeasuredNetwork.of("oisr-lf-s"), MeasuredNetwork.of("oisr-rk3").withSize(2, 256));
  }

  /** Runs it; the folder of the settings holds its files. */
  public static Findings measure(Clock clock, ChildSettings settings)
      throws IOException, InterruptedException {
    return measure(clock, settings, networks(), SIZE);
  }

  static Findings measure(
      Clock clock, ChildSettings settings, List<MeasuredNetwork> networks, ImageSize size)
      throws IOException, InterruptedException {
    Path image = settings.folder().resolve("image.f32");
    float[] planes = SyntheticImages.generate(SEED, size.width(), size.height()).planes();
    FloatFile.write(image, List.of(planes));
    try (ChildGroup children = new ChildGroup(settings)) {
      List<PairedRuns> runs = new ArrayList<>();
      for (MeasuredNetwork network : networks) {
        runs.add(runs(network, image, size, children));
      }
      return new PairedFindings(settings.threads(), PairedRuns.measure(runs, clock));
    }
  }

  private static PairedRuns runs(
      MeasuredNetwork network, Path image, ImageSize size, ChildGroup children) throws IOException {
    Path folder = children.settings().folder();
    NetworkFiles files = NetworkFiles.writeAll(network, folder.resolve(network.spec().name()));
    Arguments arguments =
        Upscaling.arguments(network.addTo(new Arguments(Map.of())), files, image, size);
    List<ChildTask> tasks = new ArrayList<>();
    for (OurEngine engine : OurEngine.values()) {
      Arguments own = arguments.with(OurInference.ENGINE, engine.name());
      tasks.add(task(children, engine.title(), OurInference.class, own));
    }
    tasks.add(task(children, "ONNX Runtime", OnnxInference.class, arguments));
    tasks.add(task(children, "DJL", DjlInference.class, arguments));
    ChildTask ours = tasks.get(0);
    List<ChildTask> others = tasks.subList(1, tasks.size());
    int c = network.spec().channels();
    return new PairedRuns(
        "%s, %dx%d".formatted(network.title(), size.width(), size.height()),
        network.gigaflop((long) size.width() * size.height()),
        ours,
        others,
        Agreement.checkAll("the enlarged image", ours, others, 1, folder, LARGEST_DIFFERENCE),
        LimitTrial.start(children, new ConvolutionSize(c, 1, size.height(), size.width(), false)));
  }

  private static ChildTask task(
      ChildGroup children, String title, Class<? extends ChildProgram> program, Arguments arguments)
      throws IOException {
    return new ChildTask(title, children.start(title, program, arguments), Upscaling.WORK);
  }
}
