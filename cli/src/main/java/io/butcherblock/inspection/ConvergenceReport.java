package io.butcherblock.inspection;

import io.butcherblock.data.PairedDataset;
import io.butcherblock.evaluate.RefinedNetwork;
import io.butcherblock.metrics.Protocol;
import io.butcherblock.names.Counted;
import io.butcherblock.nn.NetworkSpec;
import io.butcherblock.options.Texts;
import io.butcherblock.report.EvaluationTable;
import io.butcherblock.report.Paragraphs;
import io.butcherblock.report.TextTable;
import java.util.List;
import java.util.Locale;

/** What {@code convergence} tells: a row for each step size, and what follows from them. */
public final class ConvergenceReport {

  private ConvergenceReport() {}

  /**
   * Lines for a terminal.
   *
   * @param spec the network as it is
   * @param rows the network as it is, then one for each halving
   */
  public static String of(
      NetworkSpec spec, int scale, PairedDataset set, List<RefinedNetwork> rows) {
    TextTable table =
        new TextTable(
            "blocks", "step size", "PSNR (dB)", "SSIM", "change (of 255)", "observed order");
    for (int i = 0; i < rows.size(); i++) {
      RefinedNetwork row = rows.get(i);
      table.row(
          String.valueOf(row.blocks()),
          stepSize(row.stepSize()),
          EvaluationTable.psnr(row.quality()),
          EvaluationTable.ssim(row.quality()),
          i == 0 ? "-" : String.format(Locale.ROOT, "%.4f", row.change()),
          row.order().isPresent()
              ? String.format(Locale.ROOT, "%.2f", row.order().getAsDouble())
              : "-");
    }
    return "%s x%d on %s, mean of %s%n%s%s"
        .formatted(
            spec.name(),
            scale,
            set.name(),
            Counted.of(set.pairs().size(), "image"),
            table.toText(),
            Paragraphs.of(conclusion(spec, scale, rows)));
  }

  private static String conclusion(NetworkSpec spec, int scale, List<RefinedNetwork> rows) {
    RefinedNetwork first = rows.get(0);
    RefinedNetwork last = rows.get(rows.size() - 1);
    return ("Protocol: %s. Change: root mean square of the differences from the outputs of the row"
            + " above.%n%s%nWith %s of step size %s, outputs differ by %.4f of 255 from those"
            + " of the network as it is, and PSNR by %+.4f dB.%n")
        .formatted(
            Protocol.benchmark(scale),
            expected(spec),
            Counted.of(last.blocks(), "block"),
            stepSize(last.stepSize()),
            last.distance(),
            last.quality().psnr() - first.quality().psnr());
  }

  private static String expected(NetworkSpec spec) {
    return SharingText.hasFieldPerStage(spec)
        ? "Each stage has a vector field of its own (sharing = %s): order 1 is to be expected, whatever that of the scheme, %s."
            .formatted(spec.sharing(), spec.scheme().facts().name())
        : "The order of %s is %s; a lower one is observed where f is not smooth, and with large steps."
            .formatted(spec.scheme().facts().name(), spec.scheme().facts().orderText());
  }

  private static String stepSize(double value) {
    return value < 1 && 1 / value == Math.rint(1 / value)
        ? "1/" + Math.round(1 / value)
        : Texts.number(value);
  }
}
