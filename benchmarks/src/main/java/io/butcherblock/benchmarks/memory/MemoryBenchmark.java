package io.butcherblock.benchmarks.memory;

import io.butcherblock.benchmarks.memory.MemoryFindings.Course;
import io.butcherblock.benchmarks.memory.MemoryFindings.Peak;
import io.butcherblock.benchmarks.network.MeasuredNetwork;
import io.butcherblock.benchmarks.process.Arguments;
import io.butcherblock.benchmarks.process.ChildGroup;
import io.butcherblock.benchmarks.process.ChildProcess;
import io.butcherblock.benchmarks.process.ChildSettings;
import io.butcherblock.benchmarks.report.Findings;
import io.butcherblock.progress.Progress;
import io.butcherblock.progress.ProgressDisplay;
import io.butcherblock.train.FeatureMapMemory;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Memory during long runs, and of the step of a whole network. */
public final class MemoryBenchmark {

  private static final String NETWORK = "oisr-lf-s";

  /** Memory that is not let go of shows with any network; a small one is done sooner. */
  private static final MeasuredNetwork SMALL = MeasuredNetwork.of(NETWORK).withSize(2, 16);

  private static final int PERIODS = 20;
  private static final int STEPS = 250;
  private static final int IMAGES = 100;

  private static final int PATCHES = 16;
  private static final int SIDE = 48;
  private static final int STEPS_TO_PEAK = 5;

  private MemoryBenchmark() {}

  /** Runs it; the folder of the settings holds its files. */
  public static Findings measure(ChildSettings settings) throws IOException {
    return measure(settings, MeasuredNetwork.of(NETWORK), PERIODS, STEPS, IMAGES);
  }

  static MemoryFindings measure(
      ChildSettings settings, MeasuredNetwork whole, int periods, int steps, int images)
      throws IOException {
    PrintWriter err = new PrintWriter(System.err, true, Charset.defaultCharset());
    try (ChildGroup longRunning = new ChildGroup(settings.withWholeHeap());
        ChildGroup children = new ChildGroup(settings);
        Progress progress =
            ProgressDisplay.onStandardError(err).start("memory", "parts", 0, 2L * periods + 1)) {
      ChildProcess training =
          longRunning.start(
              "training",
              ManySteps.class,
              ManySteps.arguments(SMALL, steps, PATCHES / 2, SIDE / 2));
      List<Double> whileTraining = course(training, ManySteps.WORK, periods, 0, progress);
      ChildProcess upscaling =
          longRunning.start(
              "upscaling",
              ManyImages.class,
              SMALL.addTo(new Arguments(Map.of())).with(ManyImages.COUNT, images));
      List<Double> whileUpscaling = course(upscaling, ManyImages.WORK, periods, periods, progress);
      Peak peak = peak(children, whole);
      progress.to(2L * periods + 1);
      return new MemoryFindings(
          List.of(
              new Course("training", "steps", steps, whileTraining),
              new Course("upscaling images of all sizes", "images", images, whileUpscaling)),
          peak);
    }
  }

  private static List<Double> course(
      ChildProcess child, String work, int periods, int done, Progress progress)
      throws IOException {
    List<Double> mebibytes = new ArrayList<>();
    for (int period = 1; period <= periods; period++) {
      child.run(work);
      mebibytes.add(child.mebibytesOutsideHeap());
      progress.to(done + period);
    }
    return mebibytes;
  }

  private static Peak peak(ChildGroup children, MeasuredNetwork whole) throws IOException {
    ChildProcess child =
        children.start(
            "one step", ManySteps.class, ManySteps.arguments(whole, STEPS_TO_PEAK, PATCHES, SIDE));
    double before = child.peakMebibytes();
    child.run(ManySteps.WORK);
    long kept =
        FeatureMapMemory.of(whole.spec().graph(MeasuredNetwork.SCALE)).kept()
            * PATCHES
            * SIDE
            * SIDE;
    return new Peak(
        "%s, %s patches of %sx%s".formatted(whole.title(), PATCHES, SIDE, SIDE),
        child.peakMebibytes(),
        before,
        kept / (1024.0 * 1024));
  }
}
