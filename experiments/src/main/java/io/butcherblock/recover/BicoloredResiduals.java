package io.butcherblock.recover;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The order conditions of a partitioned scheme, two for each rooted tree: with a root of p, and
 * with one of q; the nodes below a node have the other color (Hairer, Lubich, Wanner, Geometric
 * Numerical Integration, section III.2.2).
 */
public final class BicoloredResiduals {

  /** The highest order that is looked at: 719 trees have 10 nodes. */
  public static final int HIGHEST = 10;

  private record Colored(int tree, boolean rootOfP) {}

  private final PartitionedTableau tableau;
  private final Map<Colored, List<Double>> known = new HashMap<>();

  private BicoloredResiduals(PartitionedTableau tableau) {
    this.tableau = tableau;
  }

  /**
   * The largest residual of each order from 1 on.
   *
   * @param highest the last order, at most {@link #HIGHEST}
   */
  public static List<OrderResidual> largest(PartitionedTableau tableau, int highest) {
    BicoloredResiduals residuals = new BicoloredResiduals(tableau);
    List<OrderResidual> largest = new ArrayList<>();
    for (List<Tree> trees : Tree.upTo(highest)) {
      largest.add(residuals.largest(trees));
    }
    return largest;
  }

  private OrderResidual largest(List<Tree> trees) {
    return OrderResidual.largest(
        trees.stream().flatMap(tree -> Stream.of(residual(tree, true), residual(tree, false))));
  }

  private OrderResidual residual(Tree tree, boolean rootOfP) {
    double left =
        product(rootOfP ? tableau.weightsOfK() : tableau.weightsOfL(), stages(tree, rootOfP));
    double right = 1 / tree.density();
    String condition = (rootOfP ? "p: " : "q: ") + tree.condition();
    return new OrderResidual(tree.order(), condition, right, left - right);
  }

  /** Phi_i of each k_i, or l_i: that of the stem times that of the branch, of the other color. */
  private List<Double> stages(Tree tree, boolean rootOfP) {
    Colored key = new Colored(tree.index(), rootOfP);
    List<Double> found = known.get(key);
    if (found == null) {
      List<List<Double>> rows = rootOfP ? tableau.ofQ() : tableau.ofP();
      if (tree.isLeaf()) {
        found = Collections.nCopies(rows.size(), 1.0);
      } else {
        List<Double> stem = stages(tree.stem(), rootOfP);
        List<Double> branch = stages(tree.branch(), !rootOfP);
        found = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
          found.add(stem.get(i) * product(rows.get(i), branch));
        }
      }
      known.put(key, found);
    }
    return found;
  }

  private static double product(List<Double> row, List<Double> x) {
    double sum = 0;
    for (int j = 0; j < row.size(); j++) {
      sum += row.get(j) * x.get(j);
    }
    return sum;
  }
}
