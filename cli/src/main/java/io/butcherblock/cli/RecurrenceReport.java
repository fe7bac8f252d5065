package io.butcherblock.cli;

import io.butcherblock.nn.NetworkSpec;
import io.butcherblock.recover.RecoveredRecurrences;
import io.butcherblock.recover.Recurrence;
import io.butcherblock.recover.Spread;
import io.butcherblock.stability.RootCondition;
import java.util.function.ToDoubleFunction;

/** What {@code inspect} says of trained weights of a network that carries a history. */
final class RecurrenceReport {

  private final NetworkSpec spec;
  private final RecoveredRecurrences recurrences;
  private final ReportText text;

  private RecurrenceReport(NetworkSpec spec, RecoveredRecurrences recurrences, ReportText text) {
    this.spec = spec;
    this.recurrences = recurrences;
    this.text = text;
  }

  /** Adds all that is to be said. */
  static void write(NetworkSpec spec, RecoveredRecurrences recurrences, ReportText text) {
    new RecurrenceReport(spec, recurrences, text).write();
  }

  private void write() {
    int first = recurrences.first();
    text.section(
        "Block %d of %d, as trained; those before start the history"
            .formatted(first, spec.blocks()),
        recurrences.trained().get(0).toString().replace("h f[", field() + "["));
    text.section("Coefficients over the blocks from %d on".formatted(first), coefficients());
    text.section(
        "Order conditions: constants of the local error, |C_q| of each block", constants());
    text.sentence(
        recurrences.absorbsStepSize()
            ? "The vector field has the step size in it: a block is a step of y' = g(y) with f = c"
                + " h g, c = rho'(1) / sigma(1). C_1 is 0 by this choice of c; where c differs,"
                + " the blocks take steps of different length."
            : "The conditions are those of the recurrence after accurate starting values, with one"
                + " vector field for all blocks; here each block has its own, which is trained"
                + " too.");
    text.section("Zero-stability: largest modulus of the roots of rho besides 1", roots());
  }

  private String coefficients() {
    SpreadTable table = new SpreadTable("of");
    int length = recurrences.declared().a().size();
    for (int j = 0; j < length; j++) {
      int back = j;
      coefficient(table, "y" + index(j), r -> r.a().get(back));
    }
    for (int j = 0; j < length; j++) {
      int back = j;
      coefficient(table, field() + index(j), r -> r.b().get(back));
    }
    if (recurrences.absorbsStepSize()) {
      row(table, "c", Recurrence::absorbed);
    }
    return table.toText();
  }

  private String field() {
    return recurrences.absorbsStepSize() ? "f" : "h f";
  }

  private static String index(int back) {
    return back == 0 ? "[n]" : "[n-" + back + "]";
  }

  /** What is the same in all blocks and as declared is left out. */
  private void coefficient(SpreadTable table, String name, ToDoubleFunction<Recurrence> value) {
    double declared = value.applyAsDouble(recurrences.declared());
    if (recurrences.trained().stream().anyMatch(r -> value.applyAsDouble(r) != declared)) {
      row(table, name, value);
    }
  }

  private String constants() {
    SpreadTable table = new SpreadTable("C_q");
    for (int q = 0; q <= spec.scheme().facts().order() + 1; q++) {
      int order = q;
      table.row(
          "C_" + q,
          SpreadTable.seen(recurrences.constant(recurrences.declared(), q)),
          Spread.of(
              recurrences.trained().stream()
                  .map(r -> SpreadTable.seen(recurrences.constant(r, order)))
                  .toList()));
    }
    return table.toText();
  }

  private String roots() {
    SpreadTable table = new SpreadTable("");
    row(table, "a block", r -> RootCondition.largestParasitic(r.rho()));
    return table.toText();
  }

  private void row(SpreadTable table, String name, ToDoubleFunction<Recurrence> value) {
    table.row(
        name,
        value.applyAsDouble(recurrences.declared()),
        Spread.of(recurrences.trained().stream().mapToDouble(value).boxed().toList()));
  }
}
