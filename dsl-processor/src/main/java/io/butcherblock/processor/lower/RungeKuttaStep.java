package io.butcherblock.processor.lower;

import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.model.RungeKutta;
import io.butcherblock.processor.model.Subscript;
import io.butcherblock.program.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes one step of a Runge-Kutta scheme. Stages that nothing uses are left out.
 *
 * <p>Coefficients are numbered in the order of the published networks: rows from top to bottom, in
 * a row the newest stage first, then the weights, newest stage first, then their common factor.
 */
final class RungeKuttaStep {

  private final RungeKutta scheme;
  private final ProgramBuilder program;

  RungeKuttaStep(RungeKutta scheme, ProgramBuilder program) {
    this.scheme = scheme;
    this.program = program;
  }

  /**
   * Writes the step from {@code y}.
   *
   * @param name the name of the result
   * @param where what is added to the meaning of coefficients: {@code ", step 1"}
   */
  Value write(Value y, String name, String where) {
    boolean[] needed = scheme.usedStages();
    Value[] k = new Value[scheme.stages()];
    for (int i = 0; i < k.length; i++) {
      if (needed[i]) {
        k[i] = program.evaluate(argument(y, i, k, where));
      }
    }
    return program.trainable() && !scheme.factor().isOne()
        ? factored(y, k, name, where)
        : plain(y, k, name, where);
  }

  /** y + sum_j a_ij k_j. */
  private Value argument(Value y, int i, Value[] k, String where) {
    List<WeightedValue> terms = new ArrayList<>(List.of(WeightedValue.unit(y)));
    for (int j = i - 1; j >= 0; j--) {
      if (!scheme.a(i, j).isZero()) {
        String meaning = "a" + Subscript.of(i, j) + where;
        terms.add(program.term(scheme.a(i, j), meaning, k[j]));
      }
    }
    return program.combine("stage" + program.nextEvaluation(), terms);
  }

  /** y + sum_j b_j k_j. */
  private Value plain(Value y, Value[] k, String name, String where) {
    List<WeightedValue> terms = new ArrayList<>(List.of(WeightedValue.unit(y)));
    for (int j = k.length - 1; j >= 0; j--) {
      if (!scheme.b(j).isZero()) {
        terms.add(program.term(scheme.b(j), "b" + (j + 1) + where, k[j]));
      }
    }
    return program.combine(name, terms);
  }

  /** y + factor (sum_j weight_j k_j), factor and weights being coefficients of their own. */
  private Value factored(Value y, Value[] k, String name, String where) {
    List<WeightedValue> terms = new ArrayList<>();
    for (int j = k.length - 1; j >= 0; j--) {
      Exact weight = scheme.weights().get(j);
      if (!weight.isZero()) {
        String meaning = weightMeaning(j) + where;
        terms.add(program.term(weight, meaning, k[j]));
      }
    }
    Value sum = program.combine("sum", terms);
    String meaning = "the common factor of the weights" + where;
    return program.combine(
        name, List.of(WeightedValue.unit(y), program.term(scheme.factor(), meaning, sum)));
  }

  /** The weight as written, in terms of b: of {@code 1/6 * | 1 4 1} it is {@code 6 b2}. */
  private String weightMeaning(int j) {
    String inverse = Exact.ONE.over(scheme.factor()).toString();
    return (inverse.matches("\\d+") ? inverse : "(" + inverse + ")") + " b" + (j + 1);
  }
}
