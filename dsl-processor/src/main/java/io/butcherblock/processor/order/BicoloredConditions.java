package io.butcherblock.processor.order;

import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.exact.Work;
import io.butcherblock.processor.model.SeparableScheme;
import io.butcherblock.processor.model.Tolerance;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The order conditions of a partitioned scheme for p' = f(q), q' = g(p), one for each tree whose
 * nodes have two colors that alternate along each branch (Hairer, Lubich, Wanner, Geometric
 * Numerical Integration, section III.2.2): each rooted tree counts twice, with a root of p and with
 * one of q.
 */
public final class BicoloredConditions {

  /** 1842 trees have 11 nodes, each counted twice. */
  public static final int HIGHEST = 10;

  /** A tree whose root has the color of k = f(q), {@code rootOfP}, or that of l = g(p). */
  private record Colored(RootedTree tree, boolean rootOfP) {}

  /**
   * The scheme with so large a step that its coefficients are whole: fractions would be reduced at
   * each operation.
   */
  private final SeparableScheme scheme;

  /** How many times as large that step is. */
  private final Exact step;

  private final Tolerance tolerance;
  private final Map<Colored, List<Exact>> branches = new HashMap<>();
  private final Work work = new Work();

  /**
   * The conditions of a scheme.
   *
   * @param tolerance by how much they may be missed
   */
  public BicoloredConditions(SeparableScheme scheme, Tolerance tolerance) {
    this.step = Exact.ONE.times(Exact.commonDenominator(scheme.numbers()));
    this.scheme = scheme.map(step::times);
    this.tolerance = tolerance;
  }

  /**
   * A condition, as a rule one that does not hold.
   *
   * @param rootOfP whether the root of its tree is a node of p
   * @param left what the scheme gives
   */
  public record Failure(OrderCondition condition, boolean rootOfP, Exact left) {

    /** By how much it is missed. */
    public Exact off() {
      return left.minus(condition.rightSide());
    }
  }

  /** The first of the conditions of an order that fails, and how many do. */
  public record Failures(Failure first, int count) {}

  /**
   * The conditions of an order that fail; empty if all hold.
   *
   * @throws io.butcherblock.processor.exact.TooMuchWork if that would take too long
   */
  public Optional<Failures> failing(int order) {
    List<Failure> failures =
        all(order).filter(condition -> !tolerance.allows(condition.off())).toList();
    return failures.isEmpty()
        ? Optional.empty()
        : Optional.of(new Failures(failures.get(0), failures.size()));
  }

  /** By how much a condition is missed that another scheme fails. */
  public Exact off(Failure other) {
    return leftSide(other.condition().tree(), other.rootOfP()).minus(other.condition().rightSide());
  }

  /**
   * By how much the conditions of an order are missed at most.
   *
   * @throws io.butcherblock.processor.exact.TooMuchWork if that would take too long
   */
  public Exact largest(int order) {
    return all(order).map(condition -> condition.off().abs()).reduce(Exact.ZERO, Exact::max);
  }

  /** The conditions of an order, each with what the scheme gives. */
  private Stream<Failure> all(int order) {
    spend(order);
    return RootedTree.ofOrder(order).stream()
        .flatMap(
            tree ->
                Stream.of(true, false)
                    .map(
                        rootOfP ->
                            new Failure(
                                new OrderCondition(tree), rootOfP, leftSide(tree, rootOfP))));
  }

  /** The longest number has the bits of {@code order} factors. */
  private void spend(int order) {
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
  private Exact leftSide(RootedTree tree, boolean rootOfP) {
    // Each node has one factor.
    return product(rootOfP ? scheme.weightsOfK() : scheme.weightsOfL(), stages(tree, rootOfP))
        .over(step.pow(tree.order()));
  }

  /** Phi_i(tree) of each k_i, or l_i: the nodes below the root have the other color. */
  private List<Exact> stages(RootedTree tree, boolean rootOfP) {
    int count = rootOfP ? scheme.countOfK() : scheme.countOfL();
    Exact[] product = new Exact[count];
    Arrays.fill(product, Exact.ONE);
    for (RootedTree child : tree.children()) {
      List<Exact> branch = branch(child, rootOfP);
      Arrays.setAll(product, i -> product[i].times(branch.get(i)));
    }
    return List.of(product);
  }

  private List<Exact> branch(RootedTree child, boolean below) {
    Colored key = new Colored(child, below);
    List<Exact> known = branches.get(key);
    if (known == null) {
      List<Exact> phi = stages(child, !below);
      List<List<Exact>> rows = below ? scheme.ofQ() : scheme.ofP();
      known = rows.stream().map(row -> product(row, phi)).toList();
      branches.put(key, known);
    }
    return known;
  }

  private static Exact product(List<Exact> row, List<Exact> column) {
    return IntStream.range(0, row.size())
        .filter(j -> !row.get(j).isZero())
        .mapToObj(j -> row.get(j).times(column.get(j)))
        .reduce(Exact.ZERO, Exact::plus);
  }
}
