package io.butcherblock.ablation;

import io.butcherblock.charts.CurvePlot;
import io.butcherblock.charts.DotPlot;
import io.butcherblock.results.LearningCurves;
import io.butcherblock.run.RunFolder;
import java.nio.file.Path;
import java.util.List;

/** A dot for each run, and the course of the runs. */
final class ReportPictures {

  static final String DOTS = "dots.png";
  static final String CURVES = "curves.png";
  private static final int LOSS_WINDOW = 5;

  private final AblationResult result;

  ReportPictures(AblationResult result) {
    this.result = result;
  }

  void write(Path out) {
    dots().write(out.resolve(DOTS));
    curves().write(out.resolve(CURVES));
  }

  /**
   * The runs of each network by their score, the best network at the top, the diverged ones below.
   */
  DotPlot dots() {
    DotPlot plot =
        new DotPlot(
            "PSNR of each run at x" + result.settings().scale(),
            "PSNR (dB), mean over the test sets");
    for (CandidateScores scores : result.scores()) {
      Spread spread = scores.score();
      if (Double.isFinite(spread.mean())) {
        plot.row(scores.candidate().caption(), scores.scores(), spread.mean(), spread.deviation());
      } else {
        plot.note(scores.candidate().caption(), "infinite");
      }
    }
    for (Diverged each : result.diverged()) {
      plot.note(
          each.candidate().caption(),
          "diverged with seed %s at step %s".formatted(each.seed(), each.step()));
    }
    return plot;
  }

  /** Means over seeds: validation PSNR, or the loss where nothing was validated on. */
  CurvePlot curves() {
    boolean validated = result.images().validation().size() > 0;
    CurvePlot plot =
        new CurvePlot(
            "%s at x%s, mean over seeds"
                .formatted(validated ? "Validation" : "Training loss", result.settings().scale()),
            "steps",
            validated ? "validation PSNR (dB)" : "L1 loss (0..255)");
    for (CandidateScores scores : result.scores()) {
      String title = scores.candidate().caption();
      List<LearningCurves> runs =
          scores.results().stream().map(run -> curves(scores, run)).toList();
      MeanCurve mean =
          validated
              ? MeanCurve.of(runs, LearningCurves::validationSteps, LearningCurves::psnr)
              : MeanCurve.of(runs, LearningCurves::lossSteps, LearningCurves::loss)
                  .smoothed(LOSS_WINDOW);
      if (mean.steps().length > 0) {
        plot.curve(title, mean.steps(), mean.values());
      }
    }
    return plot;
  }

  private LearningCurves curves(CandidateScores scores, RunResult run) {
    Path folder = scores.candidate().folder(result.folder(), run.seed());
    return LearningCurves.read(scores.candidate().title(), new RunFolder(folder).log());
  }
}
