package io.butcherblock.processor;

import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.model.PartitionedRungeKutta;
import io.butcherblock.processor.model.RungeKutta;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Compositions of the two halves of symplectic Euler steps, as partitioned schemes of any length
 * (Hairer, Lubich, Wanner, Geometric Numerical Integration, section II.5).
 */
public final class Composition {

  private Composition() {}

  /** p by the first of {@code ofP}, q by the first of {@code ofQ}, and so on. */
  public static PartitionedRungeKutta of(int order, List<Exact> ofP, List<Exact> ofQ) {
    return new PartitionedRungeKutta("Composed", order, taken(ofP, 1), taken(ofQ, 0));
  }

  /** The tableau in which stage i, from 0, has taken i + {@code more} of the steps. */
  private static RungeKutta taken(List<Exact> steps, int more) {
    List<List<Exact>> a = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      List<Exact> row = new ArrayList<>(steps.subList(0, i + more));
      row.addAll(Collections.nCopies(steps.size() - row.size(), Exact.ZERO));
      a.add(row);
    }
    List<Exact> c = a.stream().map(row -> row.stream().reduce(Exact.ZERO, Exact::plus)).toList();
    return new RungeKutta("Half", 1, a, steps, Exact.ONE, c);
  }
}
