package io.butcherblock.processor.order;

import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.exact.Work;
import io.butcherblock.processor.model.AdditiveEvaluations;
import io.butcherblock.processor.model.AdditiveEvaluations.Evaluation;
import io.butcherblock.processor.model.Tolerance;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The order conditions of an additive scheme for y' = f(y) + g(y), one for each rooted tree each of
 * whose nodes is one of f or of g (Araujo, Murua, Sanz-Serna, "Symplectic methods based on
 * decompositions", SIAM J. Numer. Anal. 34, 1997).
 */
public final class AdditiveConditions extends TwoColorConditions {

  /** 18,996 trees have 8 nodes, and 89,894 have 9. */
  public static final int HIGHEST = 8;

  private static final int SOON_PROVED = 5;

  /**
   * The evaluations with so large a step that their coefficients are whole: fractions would be
   * reduced at each operation.
   */
  private final AdditiveEvaluations scheme;

  /** How many times as large that step is. */
  private final Exact step;

  private final List<Exact> weightsOfF;
  private final List<Exact> weightsOfG;
  private final List<List<Exact>> rowsOfF;
  private final List<List<Exact>> rowsOfG;
  private final Map<ColoredTree, List<Exact>> branches = new HashMap<>();
  private final Work work = new Work();
  private List<List<ColoredTree>> trees = List.of();

  /**
   * The conditions of a scheme.
   *
   * @param tolerance by how much they may be missed
   */
  AdditiveConditions(AdditiveEvaluations evaluations, Tolerance tolerance) {
    super(tolerance, HIGHEST, SOON_PROVED);
    this.step = Exact.ONE.times(Exact.commonDenominator(evaluations.numbers()));
    this.scheme = evaluations.map(step::times);
    this.weightsOfF = only(true, scheme.weights());
    this.weightsOfG = only(false, scheme.weights());
    List<List<Exact>> rows = scheme.evaluations().stream().map(Evaluation::row).toList();
    this.rowsOfF = rows.stream().map(row -> only(true, row)).toList();
    this.rowsOfG = rows.stream().map(row -> only(false, row)).toList();
  }

  /** The coefficients of the evaluations of f, or of g, with zeros in the place of the others. */
  private List<Exact> only(boolean ofF, List<Exact> numbers) {
    return IntStream.range(0, numbers.size())
        .mapToObj(i -> scheme.evaluations().get(i).ofF() == ofF ? numbers.get(i) : Exact.ZERO)
        .toList();
  }

  @Override
  public int count(int order) {
    return trees(order).size();
  }

  @Override
  public String text(ColoredTree tree) {
    return "elementary differential " + tree.differential();
  }

  @Override
  List<ColoredTree> trees(int order) {
    if (order > trees.size()) {
      trees = ColoredTree.upTo(order);
    }
    return trees.get(order - 1);
  }

  /** The longest number has the bits of {@code order} factors. */
  @Override
  void spend(int order) {
    double conditions = trees(order).size();
    double entries = scheme.numbers().stream().filter(number -> !number.isZero()).count();
    double fresh = order == 1 ? 0 : trees(order - 1).size();
    double operations = fresh * entries + 3 * conditions * scheme.count();
    int bits = scheme.numbers().stream().mapToInt(Exact::bitLength).max().orElse(0);
    work.spend(operations * order, bits);
    work.reduce(operations, 0);
    work.reduce(conditions, (double) order * step.bitLength());
  }

  /** sum_e weight_e Phi_e(tree) over the evaluations e of the root's color. */
  @Override
  Exact leftSide(ColoredTree tree) {
    // Each node has one factor.
    return product(tree.isFirst() ? weightsOfF : weightsOfG, phi(tree))
        .over(step.pow(tree.order()));
  }

  /** Phi_e(tree), the product of its branches at the argument of each evaluation e. */
  private List<Exact> phi(ColoredTree tree) {
    List<Exact> product = Collections.nCopies(scheme.count(), Exact.ONE);
    for (ColoredTree child : tree.children()) {
      List<Exact> before = product;
      List<Exact> branch = branch(child);
      product =
          IntStream.range(0, before.size())
              .mapToObj(e -> before.get(e).times(branch.get(e)))
              .toList();
    }
    return product;
  }

  private List<Exact> branch(ColoredTree child) {
    List<Exact> known = branches.get(child);
    if (known == null) {
      List<Exact> phi = phi(child);
      known = (child.isFirst() ? rowsOfF : rowsOfG).stream().map(row -> product(row, phi)).toList();
      branches.put(child, known);
    }
    return known;
  }
}
