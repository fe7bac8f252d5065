package io.butcherblock.inspection;

import io.butcherblock.data.PairedDataset;
import io.butcherblock.evaluate.ExpectedOrder;
import io.butcherblock.evaluate.RefinedNetwork;
import io.butcherblock.metrics.Protocol;
import io.butcherblock.names.Counted;
import io.butcherblock.nn.NetworkSpec;
import io.butcherblock.options.Texts;
import io.butcherblock.results.EvaluationTable;
import io.butcherblock.text.Paragraphs;
import io.butcherblock.text.TextTable;
import java.util.List;
import java.util.Locale;

/** What {@code convergence} tells: a row for each step size, and what follows from them. */
public final class ConvergenceReport {

  /** Of an order below, changes hardly shrink. */
  private static final double CONVERGES = 0.4;

  private ConvergenceReport() {}

  /**
   * Lines for a terminal.
   *
   * @param spec the network as it is
   * @param rows the network as it is, then one for each halving
   */
  public static String of(
      NetworkSpec spec,
      int scale,
      PairedDataset set,
      boolean selfEnsemble,
      List<RefinedNetwork> rows) {
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
          i == 0 ? "-" : String.format(Locale.ROOT, "%.5f", row.change()),
          row.order().isPresent()
              ? String.format(Locale.ROOT, "%.2f", row.order().getAsDouble())
              : "-");
    }
    return "%s%s%s"
        .formatted(
            Paragraphs.of(
                "%s x%s (%s, sharing = %s, coefficients = %s) on %s, mean of %s%n%s; %s%s%n"
                    .formatted(
                        spec.name(),
                        scale,
                        spec.scheme().facts().name(),
                        spec.sharing(),
                        spec.coefficients(),
                        set.name(),
                        Counted.of(set.pairs().size(), "image"),
                        Protocol.benchmark(scale).named(scale),
                        Protocol.GREY_STACKED,
                        selfEnsemble ? ", self-ensemble" : "")),
            table.toText(),
            Paragraphs.of(conclusion(spec, rows)));
  }

  private static String conclusion(NetworkSpec spec, List<RefinedNetwork> rows) {
    RefinedNetwork first = rows.get(0);
    RefinedNetwork last = rows.get(rows.size() - 1);
    return String.format(
        Locale.ROOT,
        "Change: root mean square of the differences from the outputs of the row above, of which an"
            + " order is told from %.4f on; below it is rounding.%n%s%nWith %s of step size %s,"
            + " outputs differ by %.4f of 255 from those of the network as it is, and PSNR by"
            + " %+.4f dB.%s%n",
        RefinedNetwork.LEAST_CHANGE,
        expected(spec),
        Counted.of(last.blocks(), "block"),
        stepSize(last.stepSize()),
        last.distance(),
        last.quality().psnr() - first.quality().psnr(),
        last.order().isPresent() && last.order().getAsDouble() < CONVERGES
            ? " They do not converge with these steps, or hardly yet."
            : "");
  }

  private static String expected(NetworkSpec spec) {
    String scheme = spec.scheme().facts().name();
    ExpectedOrder expected = ExpectedOrder.of(spec);
    String reason =
        switch (expected.reason()) {
          case SCHEME ->
              "that of %s%s"
                  .formatted(
                      scheme,
                      expected.order() > 2 ? "; but 2 where f has kinks, as behind ReLU" : "");
          case FIELD_PER_STAGE ->
              "for each stage has a vector field of its own, whatever the order of %s, %s"
                  .formatted(scheme, spec.scheme().facts().orderText());
          case ZERO_HISTORY ->
              "for blocks of %s start from zero history: each is a step of Euler's method for all of its layers"
                  .formatted(scheme);
          case TRAINED_COEFFICIENTS ->
              "for the coefficients are trained; that of %s, %s, as far as they still fulfil its conditions"
                  .formatted(scheme, spec.scheme().facts().orderText());
        };
    return "Expected order: %s, %s.".formatted(expected.order(), reason);
  }

  private static String stepSize(double value) {
    return value < 1 && 1 / value == Math.rint(1 / value)
        ? "1/" + Math.round(1 / value)
        : Texts.number(value);
  }
}
