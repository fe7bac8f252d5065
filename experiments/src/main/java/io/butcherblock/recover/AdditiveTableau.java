package io.butcherblock.recover;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.butcherblock.program.BlockProgram;
import io.butcherblock.program.Factor;
import io.butcherblock.program.Summand;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * What a block computes of y' = f(y) + g(y): evaluations k_i = h f(y0 + sum_j a_ij k_j), or of g,
 * and the result y0 + sum_i b_i k_i. Indices count from 0.
 *
 * @param ofF for each evaluation, in their order, whether it is one of f; the others are of g
 * @param a a row for each evaluation, of as many coefficients
 * @param b the weights
 */
@JsonNaming(SnakeCaseStrategy.class)
public record AdditiveTableau(List<Boolean> ofF, List<List<Double>> a, List<Double> b)
    implements TableauPair {

  public AdditiveTableau {
    ofF = List.copyOf(ofF);
    a = a.stream().map(List::copyOf).toList();
    b = List.copyOf(b);
  }

  /**
   * Recovers the scheme of one block.
   *
   * @param values the number that a factor stands for
   * @return empty if the block is no additive scheme
   */
  static Optional<AdditiveTableau> of(BlockProgram program, ToDoubleFunction<Factor> values) {
    if (!isAdditive(program) || !program.hasOneState()) {
      return Optional.empty();
    }
    LinearForms forms = new LinearForms(1, program.evaluations());
    forms.run(program, values);
    List<double[]> rows = new ArrayList<>(forms.arguments());
    rows.add(forms.state().get(0));
    if (rows.stream().anyMatch(form -> form[0] != 1)) {
      return Optional.empty();
    }
    List<List<Double>> ofEvaluations =
        rows.stream().map(form -> Arrays.stream(form).skip(1).boxed().toList()).toList();
    return Optional.of(
        new AdditiveTableau(
            program.summands().stream().map(summand -> summand == Summand.F).toList(),
            ofEvaluations.subList(0, program.evaluations()),
            ofEvaluations.get(program.evaluations())));
  }

  /** Whether a block evaluates f and g of y' = f(y) + g(y) apart. */
  static boolean isAdditive(BlockProgram program) {
    List<Summand> summands = program.summands();
    return !summands.isEmpty() && !summands.contains(Summand.ALL);
  }

  @Override
  public int highestOrder() {
    return AdditiveResiduals.HIGHEST;
  }

  @Override
  public List<OrderResidual> residuals(int highest) {
    return AdditiveResiduals.largest(this, highest);
  }

  /** The evaluations one by one, and the result, a line each. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < ofF.size(); i++) {
      text.append(
          "k%s = h %s(%s)%n"
              .formatted(i + 1, ofF.get(i) ? "f" : "g", TableauText.sum("y0", a.get(i), "k")));
    }
    return text.append("y1 = %s%n".formatted(TableauText.sum("y0", b, "k"))).toString();
  }
}
