package io.butcherblock.recover;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.butcherblock.program.BlockProgram;
import io.butcherblock.program.Factor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * What a block computes of a state of two halves: k_i = h f(q0 + sum_j A_ij l_j), or the opposite,
 * and l_i = h g(p0 + sum_j a_ij k_j), results p0 + sum_i b_i k_i and q0 + sum_i B_i l_i. Indices
 * count from 0.
 *
 * @param ofQ A, a row for each k
 * @param ofP a, a row for each l
 * @param weightsOfK b
 * @param weightsOfL B
 * @param sequence for each evaluation, in their order, whether it is a k
 * @param hamiltonian whether k_i is -h f(...): the scheme is one for p' = -f(q), q' = g(p)
 */
@JsonNaming(SnakeCaseStrategy.class)
public record PartitionedTableau(
    List<List<Double>> ofQ,
    List<List<Double>> ofP,
    List<Double> weightsOfK,
    List<Double> weightsOfL,
    List<Boolean> sequence,
    boolean hamiltonian)
    implements TableauPair {

  private static final int HALVES = 2;

  public PartitionedTableau {
    ofQ = List.copyOf(ofQ);
    ofP = List.copyOf(ofP);
    weightsOfK = List.copyOf(weightsOfK);
    weightsOfL = List.copyOf(weightsOfL);
    sequence = List.copyOf(sequence);
  }

  /**
   * Recovers the scheme of one block.
   *
   * @param values the number that a factor stands for
   * @return empty if the block is no partitioned scheme for p' = f(q), q' = g(p), nor for p' =
   *     -f(q), q' = g(p)
   */
  static Optional<PartitionedTableau> of(BlockProgram program, ToDoubleFunction<Factor> values) {
    // All b_i as declared add up to 1 of a consistent scheme, to -1 if its k_i are the opposite.
    boolean hamiltonian =
        inTermsOfF(program, FactorValues.declared(program))
            .filter(declared -> sum(declared.weightsOfK) < 0)
            .isPresent();
    Optional<PartitionedTableau> block = inTermsOfF(program, values);
    return hamiltonian ? block.map(PartitionedTableau::withOppositeK) : block;
  }

  private static double sum(List<Double> numbers) {
    return numbers.stream().mapToDouble(Double::doubleValue).sum();
  }

  private static Optional<PartitionedTableau> inTermsOfF(
      BlockProgram program, ToDoubleFunction<Factor> values) {
    if (program.inputs().size() != HALVES || program.outputs().size() != HALVES) {
      return Optional.empty();
    }
    LinearForms forms = new LinearForms(HALVES, program.evaluations());
    forms.run(program, values);
    // An evaluation at q is a k: its argument has q0 in it, and no p0.
    List<Boolean> isK = forms.arguments().stream().map(form -> form[0] == 0).toList();
    List<List<Double>> ofQ = new ArrayList<>();
    List<List<Double>> ofP = new ArrayList<>();
    for (int i = 0; i < isK.size(); i++) {
      boolean k = isK.get(i);
      Optional<List<Double>> row = row(forms.arguments().get(i), k ? 1 : 0, isK, !k);
      if (row.isEmpty()) {
        return Optional.empty();
      }
      (k ? ofQ : ofP).add(row.get());
    }
    Optional<List<Double>> weightsOfK = row(forms.state().get(0), 0, isK, true);
    Optional<List<Double>> weightsOfL = row(forms.state().get(1), 1, isK, false);
    return weightsOfK.isEmpty() || weightsOfL.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new PartitionedTableau(
                ofQ, ofP, weightsOfK.get(), weightsOfL.get(), isK, /* hamiltonian= */ false));
  }

  /** The same block in terms of k_i = -h f(...). */
  private PartitionedTableau withOppositeK() {
    return new PartitionedTableau(
        ofQ,
        ofP.stream().map(PartitionedTableau::opposite).toList(),
        opposite(weightsOfK),
        weightsOfL,
        sequence,
        !hamiltonian);
  }

  private static List<Double> opposite(List<Double> numbers) {
    return numbers.stream().map(number -> number == 0 ? number : -number).toList();
  }

  /** The factors of one kind of evaluations; empty if there are others, or another input. */
  private static Optional<List<Double>> row(
      double[] form, int input, List<Boolean> isK, boolean ofK) {
    if (form[input] != 1 || form[1 - input] != 0) {
      return Optional.empty();
    }
    List<Double> row = new ArrayList<>();
    for (int i = 0; i < isK.size(); i++) {
      double factor = form[HALVES + i];
      if (isK.get(i) == ofK) {
        row.add(factor);
      } else if (factor != 0) {
        return Optional.empty();
      }
    }
    return Optional.of(row);
  }

  @Override
  public int highestOrder() {
    return BicoloredResiduals.HIGHEST;
  }

  @Override
  public List<OrderResidual> residuals(int highest) {
    return BicoloredResiduals.largest(this, highest);
  }

  /**
   * How far the scheme is from symplectic, for separable Hamiltonian systems: the largest of b_i
   * A_ij + B_j a_ji - b_i B_j (Hairer, Lubich, Wanner, Geometric Numerical Integration, Theorem
   * VI.4.6).
   */
  public double distanceFromSymplectic() {
    double largest = 0;
    for (int i = 0; i < ofQ.size(); i++) {
      for (int j = 0; j < ofP.size(); j++) {
        double b = weightsOfK.get(i);
        double other = weightsOfL.get(j);
        double residual = b * ofQ.get(i).get(j) + other * ofP.get(j).get(i) - b * other;
        largest = Math.max(largest, Math.abs(residual));
      }
    }
    return largest;
  }

  /** The stages one by one, and both results, a line each. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    int k = 0;
    int l = 0;
    for (boolean isK : sequence) {
      text.append(
          isK
              ? "k%s = %sh f(%s)%n"
                  .formatted(
                      k + 1, hamiltonian ? "-" : "", TableauText.sum("q0", ofQ.get(k++), "l"))
              : "l%s = h g(%s)%n".formatted(l + 1, TableauText.sum("p0", ofP.get(l++), "k")));
    }
    return text.append("p1 = %s%n".formatted(TableauText.sum("p0", weightsOfK, "k")))
        .append("q1 = %s%n".formatted(TableauText.sum("q0", weightsOfL, "l")))
        .toString();
  }
}
