package io.butcherblock.recover;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The order conditions of a scheme, one for each rooted tree: sum_i b_i Phi_i = 1 / gamma. */
public final class OrderResiduals {

  /** The highest order that is looked at: 1842 trees have 11 nodes. */
  public static final int HIGHEST = 11;

  /** Residuals up to this are those of coefficients in single precision. */
  public static final double SINGLE_PRECISION = 1e-6;

  /** Residuals up to this are those of coefficients in double precision. */
  static final double DOUBLE_PRECISION = 1e-12;

  private final BlockTableau tableau;
  private final Map<Integer, double[]> known = new HashMap<>();

  private OrderResiduals(BlockTableau tableau) {
    this.tableau = tableau;
  }

  /**
   * The largest residual of each order from 1 on.
   *
   * @param tableau of a step of length 1: its weights are to sum to 1
   * @param highest the last order, at most {@link #HIGHEST}
   */
  public static List<OrderResidual> largest(BlockTableau tableau, int highest) {
    OrderResiduals residuals = new OrderResiduals(tableau);
    List<OrderResidual> largest = new ArrayList<>();
    for (List<Tree> trees : Tree.upTo(highest)) {
      largest.add(residuals.largest(trees));
    }
    return largest;
  }

  private OrderResidual largest(List<Tree> trees) {
    Tree worst = trees.get(0);
    double largest = -1;
    for (Tree tree : trees) {
      double size = Math.abs(residual(tree));
      if (!(size <= largest)) {
        largest = size;
        worst = tree;
      }
    }
    return new OrderResidual(
        worst.order(), worst.condition(), 1 / worst.density(), residual(worst));
  }

  private double residual(Tree tree) {
    return tableau.weighted(stages(tree)) - 1 / tree.density();
  }

  /** Phi_i of all stages i: that of the stem times sum_j a_ij Phi_j of the branch. */
  private double[] stages(Tree tree) {
    double[] found = known.get(tree.index());
    if (found == null) {
      found = new double[tableau.stages()];
      if (tree.isLeaf()) {
        Arrays.fill(found, 1);
      } else {
        double[] stem = stages(tree.stem());
        double[] branch = tableau.applied(stages(tree.branch()));
        for (int i = 0; i < found.length; i++) {
          found[i] = stem[i] * branch[i];
        }
      }
      known.put(tree.index(), found);
    }
    return found;
  }

  /** The highest order up to which all conditions hold within a tolerance; 0 if none does. */
  public static int order(List<OrderResidual> largest, double tolerance) {
    int order = 0;
    while (order < largest.size() && largest.get(order).size() <= tolerance) {
      order++;
    }
    return order;
  }
}
