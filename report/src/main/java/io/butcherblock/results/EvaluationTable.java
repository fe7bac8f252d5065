package io.butcherblock.results;

import io.butcherblock.evaluate.EvaluatedImage;
import io.butcherblock.evaluate.Evaluation;
import io.butcherblock.metrics.Protocol;
import io.butcherblock.metrics.PsnrSsim;
import io.butcherblock.text.TextTable;
import java.util.Locale;

/** An evaluation as a table: PSNR in dB to 4, SSIM to 5 decimals. */
public final class EvaluationTable {

  private EvaluationTable() {}

  /** Lines for a terminal, the protocol above them. */
  public static String text(Evaluation evaluation) {
    TextTable table =
        new TextTable("image", "PSNR (dB)", "SSIM", "bicubic PSNR (dB)", "bicubic SSIM");
    for (EvaluatedImage image : evaluation.images()) {
      row(table, image.name(), image.network(), image.bicubic());
    }
    row(
        table.summary(),
        "mean of " + evaluation.images().size(),
        evaluation.mean(),
        evaluation.bicubicMean());
    return "%s%s x%s%s on %s%s%n%s; %s%s%n%s"
        .formatted(
            evaluation.weights().map(name -> name + ": ").orElse(""),
            evaluation.network(),
            evaluation.scale(),
            evaluation.degradation().map(name -> ", trained for " + name + ",").orElse(""),
            evaluation.dataSet(),
            evaluation.compression().map(jpeg -> ", LR images through " + jpeg).orElse(""),
            evaluation.protocol().named(evaluation.scale()),
            Protocol.GREY_STACKED,
            evaluation.selfEnsemble() ? ", self-ensemble" : "",
            table.toText());
  }

  /** A row for each image, with what the network gains over bicubic; means below. */
  public static TextTable withGain(Evaluation evaluation) {
    TextTable table =
        new TextTable(
            "image", "PSNR (dB)", "SSIM", "bicubic PSNR (dB)", "bicubic SSIM", "gain (dB)");
    for (EvaluatedImage image : evaluation.images()) {
      rowWithGain(table, image.name(), image.network(), image.bicubic());
    }
    rowWithGain(
        table.summary(),
        "mean of " + evaluation.images().size(),
        evaluation.mean(),
        evaluation.bicubicMean());
    return table;
  }

  private static void rowWithGain(
      TextTable table, String name, PsnrSsim network, PsnrSsim bicubic) {
    table.row(
        name, psnr(network), ssim(network), psnr(bicubic), ssim(bicubic), gain(network, bicubic));
  }

  /** What a network gains in PSNR, in dB with its sign; {@code -} where both are exact. */
  public static String gain(PsnrSsim network, PsnrSsim bicubic) {
    double gain = network.psnr() - bicubic.psnr();
    if (Double.isNaN(gain)) {
      return "-";
    }
    return Double.isInfinite(gain)
        ? (gain > 0 ? "inf" : "-inf")
        : String.format(Locale.ROOT, "%+.2f", gain);
  }

  private static void row(TextTable table, String name, PsnrSsim network, PsnrSsim bicubic) {
    table.row(name, psnr(network), ssim(network), psnr(bicubic), ssim(bicubic));
  }

  /** A PSNR to 4 decimals; {@code inf} for equal images. */
  public static String psnr(PsnrSsim quality) {
    return psnr(quality.psnr(), 4);
  }

  /** A PSNR, or a mean of some, to as many decimals; {@code inf} for equal images. */
  public static String psnr(double psnr, int decimals) {
    return Double.isInfinite(psnr)
        ? "inf"
        : String.format(Locale.ROOT, "%." + decimals + "f", psnr);
  }

  /** An SSIM to 5 decimals. */
  public static String ssim(PsnrSsim quality) {
    return String.format(Locale.ROOT, "%.5f", quality.ssim());
  }
}
