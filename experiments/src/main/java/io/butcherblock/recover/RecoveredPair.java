package io.butcherblock.recover;

import io.butcherblock.nn.NetworkSpec;
import io.butcherblock.program.BlockProgram;
import io.butcherblock.program.Factor;
import io.butcherblock.weights.TrainedCoefficients;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.ToDoubleFunction;

/**
 * A network of two functions, as one scheme for each block.
 *
 * @param declared the scheme of each block as declared
 * @param trained those of the blocks, first to last
 */
public record RecoveredPair<T extends TableauPair>(T declared, List<T> trained) {

  public RecoveredPair {
    trained = List.copyOf(trained);
  }

  /** The blocks of a network whose state has two halves; empty if they are no such schemes. */
  static Optional<RecoveredPair<PartitionedTableau>> partitioned(TrainedCoefficients coefficients) {
    return coefficients.spec().programs().get(0).inputs().size() == 1
        ? Optional.empty()
        : of(coefficients, PartitionedTableau::of);
  }

  /** The blocks of a network for y' = f(y) + g(y); empty if they are no such schemes. */
  static Optional<RecoveredPair<AdditiveTableau>> additive(TrainedCoefficients coefficients) {
    return of(coefficients, AdditiveTableau::of);
  }

  private static <T extends TableauPair> Optional<RecoveredPair<T>> of(
      TrainedCoefficients coefficients,
      BiFunction<BlockProgram, ToDoubleFunction<Factor>, Optional<T>> tableau) {
    BlockProgram program = coefficients.spec().program();
    Optional<T> declared = tableau.apply(program, FactorValues.declared(program));
    if (declared.isEmpty()) {
      return Optional.empty();
    }
    List<T> trained = new ArrayList<>();
    for (Map<String, Double> block : coefficients.blocks()) {
      tableau.apply(program, FactorValues.of(block)).ifPresent(trained::add);
    }
    return Optional.of(new RecoveredPair<>(declared.get(), trained));
  }

  /** The order as declared, or the highest one that is looked at. */
  int declaredOrder(NetworkSpec spec) {
    return Math.min(spec.scheme().facts().order(), declared.highestOrder());
  }

  /**
   * The order that all blocks have.
   *
   * @param highest the last order that is looked at
   * @param within the residuals up to which a condition holds
   */
  int order(int highest, double within) {
    return trained.stream()
        .mapToInt(tableau -> OrderResiduals.order(tableau.residuals(highest), within))
        .min()
        .orElse(0);
  }
}
