package io.butcherblock.recover;

import io.butcherblock.program.BlockProgram;
import io.butcherblock.weights.TrainedCoefficients;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A network that carries a history from block to block, as one recurrence for each block behind
 * those that start the history.
 *
 * @param declared the recurrence as declared
 * @param first the number, from 1, of the first block that is one
 * @param trained those of the blocks from {@code first} on
 */
public record RecoveredRecurrences(Recurrence declared, int first, List<Recurrence> trained) {

  public RecoveredRecurrences {
    trained = List.copyOf(trained);
  }

  /**
   * Recovers them.
   *
   * @return empty if the blocks are no steps of recurrences, or all blocks are needed to start
   */
  public static Optional<RecoveredRecurrences> of(TrainedCoefficients coefficients) {
    List<BlockProgram> different =
        coefficients.spec().scheme().programs(coefficients.spec().coefficients());
    int first = different.size();
    BlockProgram program = different.get(first - 1);
    Optional<Recurrence> declared = Recurrence.of(program, FactorValues.declared(program));
    if (declared.isEmpty() || first > coefficients.spec().blocks()) {
      return Optional.empty();
    }
    List<Recurrence> trained = new ArrayList<>();
    for (int i = first - 1; i < coefficients.spec().blocks(); i++) {
      Recurrence.of(program, FactorValues.of(coefficients.blocks().get(i))).ifPresent(trained::add);
    }
    return Optional.of(new RecoveredRecurrences(declared.get(), first, trained));
  }

  /** Whether the vector field has the step size in it, as declared. */
  public boolean absorbsStepSize() {
    return declared.absorbsStepSize();
  }

  /** The d of y^(d) = f(y), 1 or 2: order p is C_0 = ... = C_(p+d-1) = 0. */
  public int equationOrder() {
    return declared.equationOrder();
  }

  /** The order as declared: C_0 = ... = C_(p+d-1) = 0 in double precision, and C_(p+d) is not. */
  public int declaredOrder() {
    return order(declared, OrderResiduals.DOUBLE_PRECISION);
  }

  /** The order, up to that declared, that all blocks have in single precision. */
  public int order() {
    return trained.stream()
        .mapToInt(recurrence -> order(recurrence, OrderResiduals.SINGLE_PRECISION))
        .map(order -> Math.min(order, declaredOrder()))
        .min()
        .orElse(0);
  }

  private int order(Recurrence recurrence, double tolerance) {
    int q = 0;
    while (q < OrderResiduals.HIGHEST + equationOrder()
        && Math.abs(constant(recurrence, q)) <= tolerance) {
      q++;
    }
    return Math.max(0, q - equationOrder());
  }

  /** C_q of a recurrence; of g, where f absorbs the step size. */
  public double constant(Recurrence recurrence, int q) {
    return recurrence.constant(q, absorbsStepSize() ? recurrence.absorbed() : 1);
  }
}
