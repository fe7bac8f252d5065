package io.butcherblock.processor.verify;

import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.model.SeparableScheme;
import io.butcherblock.processor.model.SeparableScheme.Stage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Whether a partitioned scheme is its own adjoint, so that a step with -h takes back a step with h
 * (Hairer, Lubich, Wanner, Geometric Numerical Integration, sections II.3 and V.2). The adjoint of
 * a scheme without equal stages is the scheme itself exactly if its stages can be renumbered so.
 *
 * <p>There is one way at most: a stage depends on stages before it alone, and so its row tells
 * which stage of the adjoint, whose rows are different from each other too, it can only be.
 */
final class Symmetry {

  private final SeparableScheme scheme;
  private final SeparableScheme adjoint;

  /** The stages of the adjoint that those of the scheme are. */
  private final Map<Stage, Integer> numbers = new HashMap<>();

  private Symmetry(SeparableScheme scheme) {
    this.scheme = scheme;
    this.adjoint = scheme.adjoint();
  }

  /**
   * Decides it.
   *
   * @param scheme without equal stages; its evaluations can be made one after the other
   */
  static boolean holds(SeparableScheme scheme) {
    return new Symmetry(scheme).holds();
  }

  private boolean holds() {
    for (Stage stage : scheme.sequence().orElseThrow()) {
      Optional<Integer> number = number(stage);
      if (number.isEmpty()) {
        return false;
      }
      numbers.put(stage, number.orElseThrow());
    }
    return true;
  }

  /** The stage of the adjoint with the weight of a stage and its row. */
  private Optional<Integer> number(Stage stage) {
    List<Exact> row = rows(scheme, stage.isK()).get(stage.index());
    Exact weight = weights(scheme, stage.isK()).get(stage.index());
    Map<Integer, Exact> wanted = new HashMap<>();
    for (int j = 0; j < row.size(); j++) {
      if (!row.get(j).isZero()) {
        wanted.put(numbers.get(new Stage(!stage.isK(), j)), row.get(j));
      }
    }
    List<List<Exact>> others = rows(adjoint, stage.isK());
    return IntStream.range(0, others.size())
        .boxed()
        .filter(i -> weights(adjoint, stage.isK()).get(i).equals(weight))
        .filter(i -> isRow(others.get(i), wanted))
        .findFirst();
  }

  private static boolean isRow(List<Exact> row, Map<Integer, Exact> wanted) {
    return IntStream.range(0, row.size())
        .allMatch(j -> row.get(j).equals(wanted.getOrDefault(j, Exact.ZERO)));
  }

  private static List<List<Exact>> rows(SeparableScheme scheme, boolean ofK) {
    return ofK ? scheme.ofQ() : scheme.ofP();
  }

  private static List<Exact> weights(SeparableScheme scheme, boolean ofK) {
    return ofK ? scheme.weightsOfK() : scheme.weightsOfL();
  }
}
