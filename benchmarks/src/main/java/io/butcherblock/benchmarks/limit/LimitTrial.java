package io.butcherblock.benchmarks.limit;

import io.butcherblock.benchmarks.process.Arguments;
import io.butcherblock.benchmarks.process.ChildGroup;
import io.butcherblock.benchmarks.process.ChildProcess;
import io.butcherblock.benchmarks.process.ChildTask;
import io.butcherblock.measure.ComparisonResult;
import io.butcherblock.measure.Sample;
import io.butcherblock.measure.TimedComparison;
import io.butcherblock.measure.TimedTask;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The limit as tasks among those of the subjects. */
public final class LimitTrial {

  private final String title;
  private final ConvolutionSize size;
  private final int threads;
  private final ChildProcess child;

  private LimitTrial(String title, ConvolutionSize size, int threads, ChildProcess child) {
    this.title = title;
    this.size = size;
    this.threads = threads;
    this.child = child;
  }

  /** Starts the process that works up to the limit. */
  public static LimitTrial start(ChildGroup children, ConvolutionSize size) throws IOException {
    String title =
        "3x3 convolution, %s channels, %s x %sx%s, %s"
            .formatted(
                size.channels(),
                size.images(),
                size.width(),
                size.height(),
                size.training() ? "forward and backward" : "forward");
    ChildProcess child =
        children.start("limit", MachineLimit.class, size.addTo(new Arguments(Map.of())));
    return new LimitTrial(title, size, children.settings().threads(), child);
  }

  /** The layouts against NCHW. */
  public TimedComparison convolutions() {
    List<TimedTask> tasks = new ArrayList<>();
    for (Layout layout : Layout.values()) {
      tasks.add(new ChildTask(layout.title(), child, layout.name()));
      tasks.add(
          new ChildTask(layout.title() + ", one a thread", child, MachineLimit.sideBySide(layout)));
    }
    return new TimedComparison(title, tasks.get(0), tasks.subList(1, tasks.size()));
  }

  public TimedComparison copy() {
    return new TimedComparison("copy", new ChildTask("copy", child, MachineLimit.COPY), List.of());
  }

  /**
   * What the times say.
   *
   * @param convolutions the result of {@link #convolutions}
   * @param copy the result of {@link #copy}
   */
  public Limit limit(ComparisonResult convolutions, ComparisonResult copy) {
    List<Limit.Rate> rates = new ArrayList<>();
    List<Sample> samples = convolutions.samples();
    for (int i = 0; i < samples.size(); i++) {
      // Every second one is side by side.
      int together = i % 2 == 0 ? 1 : threads;
      double gigaflop = size.gigaflop() * Convolving.REPETITIONS * together;
      rates.add(new Limit.Rate(samples.get(i).task(), gigaflop / (samples.get(i).median() / 1e3)));
    }
    double seconds = copy.peer().median() / 1e3;
    return new Limit(title, rates, 2 * Copying.BYTES / 1e9 / seconds, convolutions, copy);
  }
}
