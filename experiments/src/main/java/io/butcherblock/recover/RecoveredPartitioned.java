package io.butcherblock.recover;

import io.butcherblock.program.BlockProgram;
import io.butcherblock.weights.TrainedCoefficients;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A network whose state has two halves, as one partitioned scheme for each block.
 *
 * @param declared the scheme of each block as declared
 * @param trained those of the blocks, first to last
 */
public record RecoveredPartitioned(PartitionedTableau declared, List<PartitionedTableau> trained) {

  public RecoveredPartitioned {
    trained = List.copyOf(trained);
  }

  /**
   * Recovers them.
   *
   * @return empty if the blocks are no partitioned schemes
   */
  public static Optional<RecoveredPartitioned> of(TrainedCoefficients coefficients) {
    BlockProgram program = coefficients.spec().program();
    Optional<PartitionedTableau> declared =
        PartitionedTableau.of(program, FactorValues.declared(program));
    if (declared.isEmpty() || coefficients.spec().programs().get(0).inputs().size() == 1) {
      return Optional.empty();
    }
    List<PartitionedTableau> trained = new ArrayList<>();
    for (Map<String, Double> block : coefficients.blocks()) {
      PartitionedTableau.of(program, FactorValues.of(block)).ifPresent(trained::add);
    }
    return Optional.of(new RecoveredPartitioned(declared.get(), trained));
  }

  /**
   * The order that all blocks have.
   *
   * @param declared the highest that is looked at
   * @param within the residuals up to which a condition holds
   */
  public int order(int declared, double within) {
    int highest = Math.min(declared, BicoloredResiduals.HIGHEST);
    return trained.stream()
        .mapToInt(
            tableau -> OrderResiduals.order(BicoloredResiduals.largest(tableau, highest), within))
        .min()
        .orElse(0);
  }
}
