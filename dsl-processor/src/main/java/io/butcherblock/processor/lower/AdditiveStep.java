package io.butcherblock.processor.lower;

import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.model.AdditiveEvaluations;
import io.butcherblock.processor.model.AdditiveEvaluations.Evaluation;
import io.butcherblock.program.Summand;
import io.butcherblock.program.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Writes one step of an additive scheme. Each argument is written from the one before it of whose
 * sum it is a continuation, so that a splitting method is the composition that it is: {@code stage2
 * = y0 + k1}, {@code y1 = stage2 + k2}.
 */
final class AdditiveStep {

  private final AdditiveEvaluations scheme;
  private final ProgramBuilder program;
  private final List<Value> evaluated = new ArrayList<>();

  /** The value of each sum, y + h sum_e row_e k_e, in the order in which they were made. */
  private final Map<List<Exact>, Value> sums = new LinkedHashMap<>();

  AdditiveStep(AdditiveEvaluations scheme, ProgramBuilder program) {
    this.scheme = scheme;
    this.program = program;
    sums.put(Collections.nCopies(scheme.count(), Exact.ZERO), Value.INPUT);
  }

  /** Writes the step, and returns its result. */
  Value write() {
    for (Evaluation evaluation : scheme.evaluations()) {
      Value at =
          sum(evaluation.row(), "stage" + program.nextEvaluation(), "a" + (evaluation.stage() + 1));
      evaluated.add(program.evaluate(at, evaluation.ofF() ? Summand.F : Summand.G));
    }
    return sum(scheme.weights(), "y1", "b");
  }

  /**
   * A sum, which may be there already.
   *
   * @param meaning what its coefficients are called, without the index of the column
   */
  private Value sum(List<Exact> row, String name, String meaning) {
    if (!sums.containsKey(row)) {
      List<Exact> base = continued(row);
      List<WeightedValue> terms = new ArrayList<>(List.of(WeightedValue.unit(sums.get(base))));
      for (int e = row.size() - 1; e >= 0; e--) {
        if (base.get(e).isZero() && !row.get(e).isZero()) {
          Evaluation of = scheme.evaluations().get(e);
          String what = meaning + (of.stage() + 1) + " of " + (of.ofF() ? "f" : "g");
          terms.add(program.term(row.get(e), what, evaluated.get(e)));
        }
      }
      sums.put(row, program.combine(row.equals(scheme.weights()) ? "y1" : name, terms));
    }
    return sums.get(row);
  }

  /** The sum with the most terms of those all of whose terms a row has. */
  private List<Exact> continued(List<Exact> row) {
    List<Exact> longest = List.of();
    long most = -1;
    for (List<Exact> each : sums.keySet()) {
      long terms = each.stream().filter(number -> !number.isZero()).count();
      boolean isPart =
          IntStream.range(0, row.size())
              .allMatch(e -> each.get(e).isZero() || each.get(e).equals(row.get(e)));
      if (isPart && terms > most) {
        longest = each;
        most = terms;
      }
    }
    return longest;
  }
}
