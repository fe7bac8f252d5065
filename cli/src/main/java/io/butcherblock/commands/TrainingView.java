package io.butcherblock.commands;

import io.butcherblock.TrainingRun;
import io.butcherblock.metrics.PsnrSsim;
import io.butcherblock.names.Counted;
import io.butcherblock.options.OptionNames;
import io.butcherblock.options.Texts;
import io.butcherblock.progress.Progress;
import io.butcherblock.progress.ProgressDisplay;
import io.butcherblock.results.EvaluationTable;
import io.butcherblock.train.Budget;
import io.butcherblock.train.Divergence;
import io.butcherblock.train.LevelReport;
import io.butcherblock.train.RunState;
import io.butcherblock.train.StepReport;
import io.butcherblock.train.TrainingListener;
import java.util.Locale;

/** Shows a running training: progress, time left, loss and validation. */
final class TrainingView implements TrainingListener, AutoCloseable {

  private final Progress progress;
  private final long total;
  private String loss = "";
  private String psnr = "";

  /** Begins to show a run of one level. */
  TrainingView(ProgressDisplay display, String task, Budget budget, RunState start) {
    if (budget instanceof Budget.Steps steps) {
      this.total = Math.max(start.step(), steps.steps());
      this.progress = display.start(task, "steps", start.step(), total);
    } else {
      this.total = Math.max(Math.round(start.seconds()), ((Budget.Time) budget).time().toSeconds());
      this.progress =
          display.start(task, ProgressDisplay.SECONDS, Math.round(start.seconds()), total);
    }
  }

  /**
   * Begins to show a run of several levels, whose steps take the longer the further it is: where
   * its length is in steps, it is counted in those of the whole network that take as long.
   */
  TrainingView(ProgressDisplay display, String task, Budget budget, TrainingRun run) {
    boolean counted = budget instanceof Budget.Steps;
    this.total =
        counted
            ? run.levels().fullSizeSteps(((Budget.Steps) budget).steps())
            : ((Budget.Time) budget).time().toSeconds();
    this.progress =
        display.start(
            task,
            counted ? "full-size steps" : ProgressDisplay.SECONDS,
            Math.round(run.levels().progress(run.state()) * total),
            total);
  }

  @Override
  public void step(RunState state, double share) {
    progress.to(Math.round(share * total));
  }

  @Override
  public void steps(StepReport report) {
    loss =
        String.format(
            Locale.ROOT,
            "step %d, loss %.3f, %.0f patches/s",
            report.state().step(),
            report.loss(),
            report.patchesPerSecond());
    note();
  }

  @Override
  public void validated(RunState state, PsnrSsim quality, boolean best) {
    psnr = "PSNR " + EvaluationTable.psnr(quality.psnr(), 2) + " dB";
    note();
  }

  @Override
  public void wentBack(Divergence divergence, RunState state) {
    progress.line(
        "%s The run goes back to step %s and continues with half the learning rate."
            .formatted(OptionNames.message(divergence).replaceFirst(":.*", "."), state.step()));
  }

  @Override
  public void level(LevelReport report) {
    progress.line(
        String.format(
            Locale.ROOT,
            "Level %s of %s, from step %s on: %s of step size %s, %,d parameters.",
            report.number(),
            report.count(),
            report.state().step(),
            Counted.of(report.network().blocks(), "block"),
            Texts.number(report.network().stepSize()),
            report.parameters()));
  }

  /** Prints a line of its own. */
  void line(String text) {
    progress.line(text);
  }

  private void note() {
    progress.note(loss.isEmpty() || psnr.isEmpty() ? loss + psnr : loss + ", " + psnr);
  }

  @Override
  public void close() {
    progress.close();
  }
}
