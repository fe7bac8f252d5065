package io.butcherblock.inspection;

import io.butcherblock.nn.NetworkSpec;
import io.butcherblock.recover.RecoveredNetwork;
import io.butcherblock.recover.RecoveredRecurrences;
import io.butcherblock.recover.Recurrence;
import io.butcherblock.recover.Spread;
import io.butcherblock.recover.TableauText;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** What {@code inspect} says of trained weights of a network that carries a history. */
final class RecurrenceReport {

  /** So near the unit circle a root in single precision may lie on it. */
  private static final double ON_CIRCLE = 1e-6;

  private final RecoveredNetwork network;
  private final NetworkSpec spec;
  private final RecoveredRecurrences recurrences;
  private final ReportText text;

  private RecurrenceReport(
      RecoveredNetwork network, RecoveredRecurrences recurrences, ReportText text) {
    this.network = network;
    this.spec = network.spec();
    this.recurrences = recurrences;
    this.text = text;
  }

  /** Adds all that is to be said. */
  static void write(RecoveredNetwork network, RecoveredRecurrences recurrences, ReportText text) {
    new RecurrenceReport(network, recurrences, text).write();
  }

  private void write() {
    int first = recurrences.first();
    text.section(
        "Block %s of %s, as trained; those before start the history"
            .formatted(first, spec.blocks()),
        recurrences.absorbsStepSize()
            ? recurrences.trained().get(0).toString().replace("h f[", "f[")
            : recurrences.trained().get(0).toString());
    text.section("Coefficients over the blocks from %s on".formatted(first), coefficients());
    text.section(
        recurrences.equationOrder() == 1
            ? "Error constants C_q, which are 0 up to the order: |C_q| of each block"
            : "Error constants C_q of y'' = f(y), which are 0 up to the order plus 1: |C_q| of each"
                + " block",
        constants());
    text.sentence(
        recurrences.absorbsStepSize()
            ? "The vector field has the step size in it: a block is a step of y' = g(y) with f = c"
                + " h g, c = rho'(1) / sigma(1). C_1 is 0 by this choice of c; where c differs,"
                + " the blocks take steps of different length."
            : "The constants are those of the recurrence after accurate starting values, with one"
                + " vector field for all blocks"
                + (SharingText.hasFieldPerBlock(spec)
                    ? "; here each block has its own, which is trained too."
                    : ", as here."));
    text.section(
        recurrences.equationOrder() == 1
            ? "Zero-stability: largest modulus of the roots of rho besides 1"
            : "Zero-stability: largest modulus of the roots of rho",
        roots());
    text.sentence(ResidualTable.sentence(network));
    text.sentence(zeroStability(recurrences));
  }

  /** Whether each block by itself is zero-stable, as far as single precision tells. */
  static String zeroStability(RecoveredRecurrences recurrences) {
    List<Double> moduli = recurrences.trained().stream().map(Recurrence::largestRoot).toList();
    int equationOrder = recurrences.equationOrder();
    // A double root moves by the square root of what its coefficients are off.
    double onCircle = Math.pow(ON_CIRCLE, 1.0 / equationOrder);
    String roots = equationOrder == 1 ? "the other roots of rho" : "the roots of rho";
    double largest = Spread.of(moduli).greatest();
    long outside = moduli.stream().filter(modulus -> modulus > 1 + onCircle).count();
    if (outside > 0) {
      return String.format(
          Locale.ROOT,
          "%d of the %d blocks %s not zero-stable: the largest modulus of %s is %s.",
          outside,
          moduli.size(),
          outside == 1 ? "is" : "are",
          roots,
          TableauText.number(largest));
    }
    if (equationOrder == 2) {
      return "No block has a root of rho further outside the unit disc than a double one moves in"
          + " single precision: the largest modulus is "
          + TableauText.number(largest)
          + ".";
    }
    return (largest < 1 - ON_CIRCLE
            ? "All blocks are zero-stable: the largest modulus of the other roots of rho is "
            : "No block has a root of rho outside the unit disc, in single precision: the largest"
                + " modulus of the others is ")
        + TableauText.number(largest)
        + ".";
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
    return recurrences.absorbsStepSize() ? "f" : recurrences.declared().field();
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
    int last = spec.scheme().facts().order() + recurrences.equationOrder();
    for (int q = 0; q <= last; q++) {
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
    row(table, "a block", Recurrence::largestRoot);
    return table.toText();
  }

  private void row(SpreadTable table, String name, ToDoubleFunction<Recurrence> value) {
    table.row(
        name,
        value.applyAsDouble(recurrences.declared()),
        Spread.of(recurrences.trained().stream().mapToDouble(value).boxed().toList()));
  }
}
