package io.butcherblock.paper;

import io.butcherblock.evaluate.Evaluation;
import io.butcherblock.metrics.Protocol;
import io.butcherblock.metrics.PsnrSsim;
import io.butcherblock.results.EvaluationTable;
import io.butcherblock.text.TextTable;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Measured figures compared with published ones. */
final class MeasuredTable {

  private MeasuredTable() {}

  static String note(String precision) {
    return "PSNR in dB; %s; %s in ours; precision %s."
        .formatted(PublishedTables.PROTOCOL, Protocol.GREY_STACKED, precision);
  }

  static TextTable of(List<PaperRow> rows) {
    TextTable table =
        new TextTable(
                "method",
                "scale",
                "data set",
                "PSNR",
                "ours",
                "difference",
                "SSIM",
                "ours",
                "difference")
            .keys("method", "scale", "data set");
    for (PaperRow row : rows) {
      for (Evaluation measured : row.measured()) {
        PsnrSsim ours = measured.mean();
        Optional<PublishedQuality> paper = row.beside(measured);
        table.row(
            row.published().method(),
            "x" + row.published().scale(),
            measured.dataSet(),
            paper.map(quality -> quality.psnr().toPlainString()).orElse("-"),
            EvaluationTable.psnr(ours),
            paper.map(quality -> signed(2, ours.psnr() - quality.psnr().doubleValue())).orElse("-"),
            paper.map(quality -> quality.ssim().toPlainString()).orElse("-"),
            EvaluationTable.ssim(ours),
            paper
                .map(quality -> signed(4, ours.ssim() - quality.ssim().doubleValue()))
                .orElse("-"));
      }
    }
    return table;
  }

  private static String signed(int decimals, double value) {
    return Double.isInfinite(value)
        ? "inf"
        : String.format(Locale.ROOT, "%+." + decimals + "f", value);
  }
}
