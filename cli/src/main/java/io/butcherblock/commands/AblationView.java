package io.butcherblock.commands;

import io.butcherblock.ablation.Ablation;
import io.butcherblock.ablation.Diverged;
import io.butcherblock.ablation.PlannedRun;
import io.butcherblock.console.QuietWriter;
import io.butcherblock.metrics.PsnrSsim;
import io.butcherblock.progress.Progress;
import io.butcherblock.progress.ProgressDisplay;
import io.butcherblock.results.EvaluationTable;
import io.butcherblock.train.RunState;
import io.butcherblock.train.StepReport;
import io.butcherblock.train.TrainingListener;
import java.io.PrintWriter;
import java.util.Locale;

/** Shows all runs of a table as one task, so that the time left is that of the table. */
final class AblationView implements Ablation.Listener, AutoCloseable {

  private final PrintWriter err;
  private Progress progress;

  AblationView(PrintWriter err) {
    this.err = err;
  }

  @Override
  public void part(String what) {
    err.println(what + " ...");
    err.flush();
  }

  @Override
  public TrainingListener run(PlannedRun run) {
    if (progress == null) {
      progress =
          ProgressDisplay.onStandardError(err)
              .start("ablate", "steps", run.stepsBefore() + run.begun(), run.stepsOfAll());
    }
    return new RunView(progress, run)
        .and(new ContinuationNotes(QuietWriter.failures(err, progress::line)));
  }

  @Override
  public void diverged(Diverged diverged) {
    progress.line(diverged + " diverged and is trained no further; the others continue.");
  }

  @Override
  public void close() {
    if (progress != null) {
      progress.close();
      progress = null;
    }
  }

  /** One of the runs. */
  private static final class RunView implements TrainingListener {

    private final Progress progress;
    private final String title;
    private final long before;
    private String psnr = "";

    RunView(Progress progress, PlannedRun run) {
      this.progress = progress;
      this.title =
          "%s/%s %s seed %s"
              .formatted(run.number(), run.runs(), run.candidate().title(), run.seed());
      this.before = run.stepsBefore();
      progress.note(title);
    }

    @Override
    public void step(RunState state, double share) {
      progress.to(before + state.step());
    }

    @Override
    public void steps(StepReport report) {
      progress.note(String.format(Locale.ROOT, "%s, loss %.3f%s", title, report.loss(), psnr));
    }

    @Override
    public void validated(RunState state, PsnrSsim quality, boolean best) {
      psnr = ", PSNR " + EvaluationTable.psnr(quality.psnr(), 2) + " dB";
    }
  }
}
