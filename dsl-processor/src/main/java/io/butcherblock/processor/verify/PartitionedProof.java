package io.butcherblock.processor.verify;

import io.butcherblock.names.Counted;
import io.butcherblock.processor.claim.PairOrder;
import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.model.PartitionedRungeKutta;
import io.butcherblock.processor.model.SeparableScheme;
import java.util.ArrayList;
import java.util.List;

/** What has been shown of a partitioned scheme that broke no rule, a line each. */
final class PartitionedProof {

  private PartitionedProof() {}

  /** Of a scheme whose order is the one that it claims. */
  static List<String> of(PartitionedRungeKutta scheme, PairOrder proved) {
    SeparableScheme separable = scheme.separable();
    List<String> lines = new ArrayList<>();
    lines.add(
        "explicit for p' = "
            + (scheme.hamiltonian() ? "-" : "")
            + "f(q), q' = g(p): "
            + Counted.of(separable.countOfK(), "evaluation")
            + " of f, "
            + separable.countOfL()
            + " of g");
    lines.addAll(PairProof.orders(scheme, proved, "bicolored trees"));
    if (!proved.failing().isEmpty()) {
      lines.add(PairProof.next(scheme, proved));
    }
    lines.add(
        isSymplectic(separable)
            ? "symplectic for separable Hamiltonian systems: b_i A_ij + B_j a_ji = b_i B_j for all"
                + " i, j"
            : "not symplectic: b_i A_ij + B_j a_ji = b_i B_j does not hold for all i, j");
    lines.add(
        Symmetry.holds(separable)
            ? "symmetric: a step with -h takes back a step with h (its own adjoint)"
            : "not symmetric: its adjoint is another scheme");
    lines.add(
        separable.adjoint().sequence().isPresent()
            ? "invertible: p and q before a step follow from those behind it in closed form"
            : "no inverse in closed form");
    return lines;
  }

  /** Hairer, Lubich, Wanner, Geometric Numerical Integration, Theorem VI.4.6 and its remark. */
  static boolean isSymplectic(SeparableScheme scheme) {
    for (int i = 0; i < scheme.countOfK(); i++) {
      for (int j = 0; j < scheme.countOfL(); j++) {
        Exact b = scheme.weightsOfK().get(i);
        Exact other = scheme.weightsOfL().get(j);
        Exact sum =
            b.times(scheme.ofQ().get(i).get(j)).plus(other.times(scheme.ofP().get(j).get(i)));
        if (!sum.equals(b.times(other))) {
          return false;
        }
      }
    }
    return true;
  }
}
