package io.butcherblock.cli;

import io.butcherblock.dsl.WeightSharing;
import io.butcherblock.names.NameList;
import io.butcherblock.nn.NetworkSpec;
import io.butcherblock.nn.SchemeFacts;
import io.butcherblock.recover.BlockTableau;
import io.butcherblock.recover.OrderResidual;
import io.butcherblock.recover.OrderResiduals;
import io.butcherblock.recover.ParameterValues;
import io.butcherblock.recover.Recovered;
import io.butcherblock.recover.RecoveredNetwork;
import io.butcherblock.recover.Spread;
import io.butcherblock.recover.StabilityIntervals;
import io.butcherblock.recover.TableauText;
import io.butcherblock.report.TextTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** What {@code inspect} says of trained weights: the methods that the blocks have become. */
final class WeightsReport {

  private static final int MOST_ENTRIES = 40;
  private static final int MOST_NAMED = 6;

  /** Rounding of doubles. */
  static final double UNSEEN = 1e-12;

  private final RecoveredNetwork network;
  private final NetworkSpec spec;
  private final SchemeFacts scheme;
  private final StringBuilder text = new StringBuilder();

  private WeightsReport(RecoveredNetwork network) {
    this.network = network;
    this.spec = network.spec();
    this.scheme = spec.scheme().facts();
  }

  /** The report, lines with their line feeds. */
  static String of(RecoveredNetwork network) {
    WeightsReport report = new WeightsReport(network);
    report.write();
    return report.text.toString();
  }

  private void write() {
    line("network", spec.name());
    line("size", spec.blocks() + " blocks x " + spec.channels() + " channels");
    line("scheme", scheme.name() + ", order " + scheme.orderText() + " (proved, as declared)");
    line("coefficients", spec.coefficients().name().toLowerCase(Locale.ROOT));
    if (!network.isTrained()) {
      sentence(
          "No coefficient is trained: every block is exactly the declared scheme, and what is"
              + " proved of it holds. '%s inspect %s' shows it."
                  .formatted(Main.NAME, scheme.name()));
      return;
    }
    if (!network.freeParameters().isEmpty()) {
      section("Free parameters over the blocks", freeParameters());
      sentence(
          "All coefficients are computed from them, so that the proved order holds whatever their"
              + " values are.");
    }
    if (network.recurrences().isPresent()) {
      text.append(RecurrenceReport.of(spec, network.recurrences().get()));
      return;
    }
    if (network.parts().isEmpty()) {
      sentence(
          "The state between the blocks has several values from the first block on: tableaus are"
              + " recovered of one value only.");
      return;
    }
    if (network.isOneMethod()) {
      sentence(
          "The blocks carry a history, so that all of them together are one method with the"
              + " evaluations of all blocks as its stages.");
    }
    section(title(), TableauText.of(network.parts().get(0).trained()));
    section("Coefficients over the blocks", entries());
    if (network.hasOrder()) {
      section("Order conditions: largest residual of each block", residuals());
      order();
    } else {
      sentence(
          "As declared, a block is not consistent%s: there are no order conditions that could drift."
              .formatted(inconsistency(network.parts().get(0).declared())));
    }
    if (spec.sharing() != WeightSharing.SHARED && network.parts().get(0).trained().stages() > 1) {
      sentence(
          "Each stage has a vector field of its own, which is trained too: a factor can move"
              + " between it and a coefficient. The figures are those of the coefficients with one"
              + " vector field for all stages.");
    }
    section("Stability with one vector field, largest r with |R| at most 1", stability());
  }

  private String title() {
    if (network.isOneMethod()) {
      return "All blocks as one step";
    }
    return "Block 1 of " + spec.blocks() + ", as trained";
  }

  /** An entry of a tableau: {@code a31}. */
  private record Entry(String name, ToDoubleFunction<BlockTableau> value) {}

  private static List<Entry> entries(BlockTableau tableau) {
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < tableau.stages(); i++) {
      int row = i;
      entries.add(new Entry("y0 of stage " + (i + 1), t -> t.ofInput(row)));
      for (int j = 0; j < i; j++) {
        int column = j;
        String comma = tableau.stages() > 9 ? "," : "";
        entries.add(new Entry("a" + (i + 1) + comma + (j + 1), t -> t.a(row, column)));
      }
    }
    for (int j = 0; j < tableau.stages(); j++) {
      int column = j;
      entries.add(new Entry("b" + (j + 1), t -> t.b(column)));
    }
    entries.add(new Entry("y0 of the result", BlockTableau::resultOfInput));
    return entries;
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

  /** What is the same in all blocks, as zeros and ones are, is left out. */
  private String entries() {
    TextTable table = new TextTable("entry", "declared", "least", "median", "greatest");
    int left = 0;
    for (Entry entry : entries(network.parts().get(0).declared())) {
      double declared = entry.value().applyAsDouble(network.parts().get(0).declared());
      Spread spread = spread(part -> entry.value().applyAsDouble(part.trained()));
      if (spread.least() == declared && spread.greatest() == declared) {
        continue;
      }
      if (left++ < MOST_ENTRIES) {
        row(table, entry.name(), declared, spread);
      }
    }
    String more = left > MOST_ENTRIES ? "and " + (left - MOST_ENTRIES) + " more\n" : "";
    return left == 0 ? "All are as declared.\n" : table.toText() + more;
  }

  static void row(TextTable table, String name, double declared, Spread spread) {
    table.row(
        name,
        TableauText.number(declared),
        TableauText.number(spread.least()),
        TableauText.number(spread.median()),
        TableauText.number(spread.greatest()));
  }

  private Spread spread(ToDoubleFunction<Recovered> figure) {
    return Spread.of(network.parts().stream().mapToDouble(figure).boxed().toList());
  }

  private String residuals() {
    TextTable table =
        new TextTable(
            "order", "declared", "least", "median", "greatest", "block", "condition that is worst");
    for (int order = 1; order <= network.highestOrder(); order++) {
      List<OrderResidual> residuals = network.residuals(order);
      Spread sizes = Spread.of(residuals.stream().map(OrderResidual::size).toList());
      int worst =
          IntStream.range(0, residuals.size())
              .boxed()
              .max(Comparator.comparingDouble(i -> residuals.get(i).size()))
              .orElseThrow();
      table.row(
          String.valueOf(order),
          residual(network.declaredResidual(order).size()),
          residual(sizes.least()),
          residual(sizes.median()),
          residual(sizes.greatest()),
          network.isOneMethod() ? "all" : String.valueOf(network.parts().get(worst).number()),
          residuals.get(worst).equation());
    }
    return table.toText();
  }

  static String residual(double size) {
    return Double.isInfinite(size) ? "inf" : TableauText.number(size < UNSEEN ? 0 : size);
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

  private void order() {
    String held =
        network.order() == network.declaredOrder()
            ? "still hold"
            : network.order() == 0
                ? "have drifted, from order 1 on"
                : "hold up to order " + network.order() + " and have drifted from there";
    sentence(
        "The conditions of the declared order %d %s (within %.0e, single precision)."
            .formatted(network.declaredOrder(), held, OrderResiduals.SINGLE_PRECISION));
  }

  private String stability() {
    TextTable table = new TextTable("", "declared", "least", "median", "greatest");
    double[] declared = network.parts().get(0).declared().stabilityFunction();
    StabilityIntervals intervals = StabilityIntervals.of(declared);
    List<StabilityIntervals> trained =
        network.parts().stream()
            .map(part -> StabilityIntervals.of(part.trained().stabilityFunction()))
            .toList();
    row(
        table,
        "real axis, [-r, 0]",
        intervals.real(),
        Spread.of(trained.stream().map(StabilityIntervals::real).toList()));
    row(
        table,
        "imaginary axis, i [-r, r]",
        intervals.imaginary(),
        Spread.of(trained.stream().map(StabilityIntervals::imaginary).toList()));
    return table.toText();
  }

  private void line(String what, String value) {
    text.append("  %-13s %s%n".formatted(what, value));
  }

  private void section(String title, String lines) {
    text.append("%n%s%n".formatted(title)).append(lines.stripTrailing().indent(2));
  }

  private void sentence(String words) {
    text.append("%n%s%n".formatted(words));
  }

  /** One line for the end of a training; empty where no coefficient is trained. */
  static Optional<String> summary(RecoveredNetwork network) {
    if (!network.isTrained() || network.drift().isEmpty()) {
      return Optional.empty();
    }
    if (network.order() == network.declaredOrder()) {
      return Optional.of(
          "Coefficients: the conditions of the declared order %d still hold."
              .formatted(network.declaredOrder()));
    }
    RecoveredNetwork.Drift drift = network.drift().get();
    return Optional.of(
        "Coefficients: of the conditions of the declared order %d, %s is off most, by %s%s."
            .formatted(
                network.declaredOrder(),
                drift.residual().equation(),
                residual(drift.residual().size()),
                network.isOneMethod() ? "" : " in block " + drift.block()));
  }
}
