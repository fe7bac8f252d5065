package io.butcherblock.inspection;

import io.butcherblock.names.Counted;
import io.butcherblock.names.NameList;
import io.butcherblock.nn.NetworkSpec;
import io.butcherblock.nn.SchemeFacts;
import io.butcherblock.options.Suggestion;
import io.butcherblock.recover.BlockTableau;
import io.butcherblock.recover.ParameterValues;
import io.butcherblock.recover.RecoveredNetwork;
import io.butcherblock.recover.Spread;
import io.butcherblock.recover.StabilityIntervals;
import io.butcherblock.recover.TableauText;
import io.butcherblock.text.TextTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What {@code inspect} says of trained weights: the methods that the blocks have become. */
public final class WeightsReport {

  private static final int MOST_NAMED = 6;

  private final RecoveredNetwork network;
  private final NetworkSpec spec;
  private final SchemeFacts scheme;
  private final ReportText text = new ReportText();

  private WeightsReport(RecoveredNetwork network) {
    this.network = network;
    this.spec = network.spec();
    this.scheme = spec.scheme().facts();
  }

  /** The report, lines with their line feeds. */
  public static String of(RecoveredNetwork network) {
    WeightsReport report = new WeightsReport(network);
    report.write();
    return report.text.toString();
  }

  private void write() {
    text.line("network", spec.name());
    text.line(
        "size",
        Counted.of(spec.blocks(), "block") + " x " + Counted.of(spec.channels(), "channel"));
    String proved = scheme.isProved() ? "proved, " : "";
    text.line(
        "scheme", scheme.name() + ", order " + scheme.orderText() + " (" + proved + "as declared)");
    text.line("coefficients", spec.coefficients().name().toLowerCase(Locale.ROOT));
    text.line("sharing", SharingText.of(spec));
    if (!network.isTrained()) {
      text.sentence(
          "No coefficient is trained: every block is exactly the declared scheme%s. '%s' shows it."
              .formatted(
                  scheme.isProved() ? ", and what is proved of it holds" : "",
                  Suggestion.of("inspect " + scheme.name())));
      if (scheme.order() > 0 && spec.hasFieldPerStage()) {
        text.sentence(SharingText.condition(spec));
      }
      return;
    }
    if (!network.freeParameters().isEmpty()) {
      text.section("Free parameters over the blocks", freeParameters());
      text.section("Their values in the blocks", ParameterRows.of(network.freeParameters()));
      text.sentence(
          "All coefficients are computed from them, so that the proved order holds whatever their"
              + " values are.");
    }
    if (network.recurrences().isPresent()) {
      RecurrenceReport.write(network, network.recurrences().get(), text);
      return;
    }
    if (network.pair().isPresent()) {
      PairReport.write(network, network.pair().get(), text);
      return;
    }
    if (network.parts().isEmpty()) {
      text.section("Coefficients over the blocks", CoefficientMeanings.of(network.trained()));
      text.sentence(
          "They are shown as they stand: these blocks are no single steps of a recurrence for y'' ="
              + " f(y), but take several, or start its history.");
      if (spec.hasFieldPerStage()) {
        text.sentence(SharingText.condition(spec));
      }
      return;
    }
    if (network.isOneMethod()) {
      text.sentence(
          "The blocks carry a history, so that all of them together are one method with the"
              + " evaluations of all blocks as its stages.");
    }
    text.section(title(), TableauText.of(network.parts().get(0).trained()));
    text.section("Coefficients over the blocks", CoefficientTable.of(network.parts()));
    if (network.hasOrder()) {
      text.section("Order conditions: largest residual of each block", residuals());
      text.sentence(ResidualTable.sentence(network));
    } else {
      text.sentence(
          "As declared, a block is not consistent%s: there are no order conditions that could drift."
              .formatted(inconsistency(network.parts().get(0).declared())));
    }
    if (spec.hasFieldPerStage()) {
      text.sentence(
          "Each stage has a vector field of its own, which is trained too: a factor can move"
              + " between it and a coefficient. The figures are those of the coefficients with one"
              + " vector field for all stages"
              + (network.hasOrder() ? ": " + SharingText.order(spec) : "")
              + ".");
    }
    text.section("Stability with one vector field, largest r with |R| at most 1", stability());
  }

  private String title() {
    if (network.isOneMethod()) {
      return "All blocks as one step";
    }
    return "Block 1 of " + spec.blocks() + ", as trained";
  }

  private String freeParameters() {
    TextTable table =
        new TextTable("parameter", "interval", "start", "least", "median", "greatest");
    for (ParameterValues parameter : network.freeParameters()) {
      Spread spread = Spread.of(parameter.blocks());
      table.row(
          parameter.parameter().name(),
          "["
              + TableauText.number(parameter.parameter().low())
              + ", "
              + TableauText.number(parameter.parameter().high())
              + "]",
          TableauText.number(parameter.start()),
          TableauText.number(spread.least()),
          TableauText.number(spread.median()),
          TableauText.number(spread.greatest()));
    }
    return table.toText();
  }

  private String residuals() {
    ResidualTable table = new ResidualTable();
    for (int order = 1; order <= network.highestOrder(); order++) {
      table.row(
          order,
          network.declaredResidual(order),
          network.residuals(order),
          part ->
              network.isOneMethod() ? "all" : String.valueOf(network.parts().get(part).number()));
    }
    return table.toText();
  }

  /** Which stages of a block are taken elsewhere than near y0. */
  private static String inconsistency(BlockTableau declared) {
    List<String> wrong = new ArrayList<>();
    for (int i = 0; i < declared.stages(); i++) {
      if (declared.ofInput(i) != 1) {
        wrong.add("stage " + (i + 1) + " with " + TableauText.number(declared.ofInput(i)) + " y0");
      }
    }
    if (declared.resultOfInput() != 1) {
      wrong.add("the result with " + TableauText.number(declared.resultOfInput()) + " y0");
    }
    return wrong.isEmpty()
        ? ""
        : " (" + NameList.of(wrong, MOST_NAMED) + ", where consistency wants 1 y0)";
  }

  private String stability() {
    SpreadTable table = new SpreadTable("");
    double[] declared = network.parts().get(0).declared().stabilityFunction();
    StabilityIntervals intervals = StabilityIntervals.of(declared);
    List<StabilityIntervals> trained =
        network.parts().stream()
            .map(part -> StabilityIntervals.of(part.trained().stabilityFunction()))
            .toList();
    table.row(
        "real axis, [-r, 0]",
        intervals.real(),
        Spread.of(trained.stream().map(StabilityIntervals::real).toList()));
    table.row(
        "imaginary axis, i [-r, r]",
        intervals.imaginary(),
        Spread.of(trained.stream().map(StabilityIntervals::imaginary).toList()));
    return table.toText();
  }
}
