package io.butcherblock.processor.order;

import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.exact.Work;
import io.butcherblock.processor.model.SeparableScheme;
import io.butcherblock.processor.model.Tolerance;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The order conditions of a partitioned scheme for p' = f(q), q' = g(p), one for each tree whose
 * nodes have two colors that alternate along each branch (Hairer, Lubich, Wanner, Geometric
 * Numerical Integration, section III.2.2): each rooted tree counts twice, with a root of p and with
 * one of q.
 */
public final class BicoloredConditions extends TwoColorConditions {

  /** 1842 trees have 11 nodes, each counted twice. */
  public static final int HIGHEST = 10;

  private static final int SOON_PROVED = 8;

  /**
   * The scheme with so large a step that its coefficients are whole: fractions would be reduced at
   * each operation.
   */
  private final SeparableScheme scheme;

  /** How many times as large that step is. */
  private final Exact step;

  private final Map<ColoredTree, List<Exact>> branches = new HashMap<>();
  private final Work work = new Work();

  /**
   * The conditions of a scheme.
   *
   * @param tolerance by how much they may be missed
   */
  BicoloredConditions(SeparableScheme scheme, Tolerance tolerance) {
    super(tolerance, HIGHEST, SOON_PROVED);
    this.step = Exact.ONE.times(Exact.commonDenominator(scheme.numbers()));
    this.scheme = scheme.map(step::times);
  }

  @Override
  public int count(int order) {
    return 2 * RootedTree.count(order);
  }

  @Override
  public String text(ColoredTree tree) {
    return "bicolored tree " + tree.shape() + " with a root of " + (tree.isFirst() ? "p" : "q");
  }

  @Override
  List<ColoredTree> trees(int order) {
    return RootedTree.ofOrder(order).stream()
        .flatMap(tree -> Stream.of(true, false).map(ofP -> ColoredTree.alternating(tree, ofP)))
        .toList();
  }

  /** The longest number has the bits of {@code order} factors. */
  @Override
  void spend(int order) {
    double trees = RootedTree.count(order);
    double entries = scheme.numbers().stream().filter(number -> !number.isZero()).count();
    double branches = order == 1 ? 0 : RootedTree.count(order - 1);
    double operations = branches * entries + 3 * trees * (scheme.countOfK() + scheme.countOfL());
    int bits = scheme.numbers().stream().mapToInt(Exact::bitLength).max().orElse(0);
    work.spend(operations * order, bits);
    work.reduce(operations, 0);
    work.reduce(2 * trees, (double) order * step.bitLength());
  }

  /** sum_i b_i Phi_i(tree), with the weights of the root's color. */
  @Override
  Exact leftSide(ColoredTree tree) {
    List<Exact> weights = tree.isFirst() ? scheme.weightsOfK() : scheme.weightsOfL();
    // Each node has one factor.
    return product(weights, stages(tree)).over(step.pow(tree.order()));
  }

  /** Phi_i(tree) of each k_i, or l_i: the nodes below the root have the other color. */
  private List<Exact> stages(ColoredTree tree) {
    int count = tree.isFirst() ? scheme.countOfK() : scheme.countOfL();
    Exact[] product = new Exact[count];
    Arrays.fill(product, Exact.ONE);
    for (ColoredTree child : tree.children()) {
      List<Exact> branch = branch(child);
      Arrays.setAll(product, i -> product[i].times(branch.get(i)));
    }
    return List.of(product);
  }

  private List<Exact> branch(ColoredTree child) {
    List<Exact> known = branches.get(child);
    if (known == null) {
      List<Exact> phi = stages(child);
      List<List<Exact>> rows = child.isFirst() ? scheme.ofP() : scheme.ofQ();
      known = rows.stream().map(row -> product(row, phi)).toList();
      branches.put(child, known);
    }
    return known;
  }
}
