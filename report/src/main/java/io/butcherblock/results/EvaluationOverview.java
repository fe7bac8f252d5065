package io.butcherblock.results;

import io.butcherblock.evaluate.Evaluation;
import io.butcherblock.text.TextTable;
import java.util.List;
import java.util.Locale;

/** Several evaluations of one network, a line each: means of PSNR and SSIM, and bicubic's. */
public final class EvaluationOverview {

  private EvaluationOverview() {}

  /**
   * The table.
   *
   * @param evaluations of the same network and protocol, at least one
   */
  public static TextTable of(List<Evaluation> evaluations) {
    TextTable table =
        new TextTable(
            "images",
            "LR images",
            "PSNR (dB)",
            "SSIM",
            "bicubic PSNR (dB)",
            "bicubic SSIM",
            "gain (dB)");
    for (Evaluation evaluation : evaluations) {
      table.row(
          evaluation.dataSet(),
          evaluation.compression().map(Object::toString).orElse("as they are"),
          EvaluationTable.psnr(evaluation.mean().psnr(), 2),
          ssim(evaluation.mean().ssim()),
          EvaluationTable.psnr(evaluation.bicubicMean().psnr(), 2),
          ssim(evaluation.bicubicMean().ssim()),
          EvaluationTable.gain(evaluation.mean(), evaluation.bicubicMean()));
    }
    return table;
  }

  private static String ssim(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }
}
