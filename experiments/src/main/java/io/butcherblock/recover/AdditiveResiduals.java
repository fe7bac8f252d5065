package io.butcherblock.recover;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The order conditions of an additive scheme for y' = f(y) + g(y), one for each rooted tree each of
 * whose nodes is one of f or of g (Araujo, Murua, Sanz-Serna, "Symplectic methods based on
 * decompositions", SIAM J. Numer. Anal. 34, 1997, Theorem 1).
 */
public final class AdditiveResiduals {

  /** The highest order that is looked at: 916 trees have 6 nodes. */
  public static final int HIGHEST = 6;

  private final AdditiveTableau tableau;
  private final Map<Integer, double[]> known = new HashMap<>();

  private AdditiveResiduals(AdditiveTableau tableau) {
    this.tableau = tableau;
  }

  /**
   * The largest residual of each order from 1 on.
   *
   * @param highest the last order, at most {@link #HIGHEST}
   */
  public static List<OrderResidual> largest(AdditiveTableau tableau, int highest) {
    return all(tableau, highest).stream()
        .map(ofOrder -> OrderResidual.largest(ofOrder.stream()))
        .toList();
  }

  /** All residuals of each order from 1 on. */
  static List<List<OrderResidual>> all(AdditiveTableau tableau, int highest) {
    AdditiveResiduals residuals = new AdditiveResiduals(tableau);
    return Tree.coloredUpTo(highest).stream()
        .map(trees -> trees.stream().map(residuals::residual).toList())
        .toList();
  }

  private OrderResidual residual(Tree tree) {
    double right = 1 / tree.density();
    return new OrderResidual(
        tree.order(),
        "elementary weight of " + tree.differential(),
        right,
        sum(tableau.b(), tree) - right);
  }

  /** Phi_i of all evaluations i: that of the stem times sum_j a_ij Phi_j of the branch. */
  private double[] stages(Tree tree) {
    double[] found = known.get(tree.index());
    if (found == null) {
      found = new double[tableau.b().size()];
      if (tree.isLeaf()) {
        Arrays.fill(found, 1);
      } else {
        double[] stem = stages(tree.stem());
        for (int i = 0; i < found.length; i++) {
          found[i] = stem[i] * sum(tableau.a().get(i), tree.branch());
        }
      }
      known.put(tree.index(), found);
    }
    return found;
  }

  /** The sum of factor_j Phi_j over the evaluations j of the color of the root. */
  private double sum(List<Double> factors, Tree tree) {
    double[] stages = stages(tree);
    double sum = 0;
    for (int j = 0; j < stages.length; j++) {
      if (tableau.ofF().get(j) == tree.isOfF()) {
        sum += factors.get(j) * stages[j];
      }
    }
    return sum;
  }
}
