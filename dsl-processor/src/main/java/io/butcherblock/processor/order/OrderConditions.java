package io.butcherblock.processor.order;

import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.exact.ResidueFields;
import io.butcherblock.processor.exact.Work;
import io.butcherblock.processor.model.RungeKutta;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The order conditions of one scheme, one for each rooted tree.
 *
 * <p>They are decided modulo primes: a residual that is not 0 modulo one is not 0, and one that is
 * 0 modulo so many that their product is larger than it could be is 0. This is as exact as
 * fractions are, whose numbers would grow with each tree, and takes a hundredth of the time.
 */
public final class OrderConditions {

  /** 32973 trees have 14 nodes; no explicit scheme of higher order is in the literature. */
  public static final int HIGHEST = 14;

  /** Bits of a prime, less a little. */
  private static final double BITS = 29.99;

  /** So many additions and multiplications of residues take as long as one of {@link Work}. */
  private static final double OPERATIONS = 10;

  private final RungeKutta used;
  private final ElementaryWeights weights;
  private final ResidueFields fields;
  private final ModularWeights first;

  /** The trees of each order, from 1, whose conditions fail modulo the first prime. */
  private final List<BitSet> failingFirst = new ArrayList<>();

  /** The trees of each order, from 1, whose conditions fail. */
  private List<BitSet> failing = List.of();

  public OrderConditions(RungeKutta scheme) {
    used = scheme.withoutUnusedStages();
    weights = new ElementaryWeights(scheme);
    fields = new ResidueFields(numbers(used));
    first = next();
  }

  private static List<Exact> numbers(RungeKutta scheme) {
    Stream<Exact> b = IntStream.range(0, scheme.stages()).mapToObj(scheme::b);
    return Stream.concat(scheme.a().stream().flatMap(List::stream), b).toList();
  }

  private ModularWeights next() {
    Optional<ModularWeights> next = Optional.empty();
    while (next.isEmpty()) {
      next = ModularWeights.of(used, fields.next());
    }
    return next.orElseThrow();
  }

  /**
   * The first failing ones: all those of the lowest order, up to {@code highest}, that has any.
   *
   * @throws io.butcherblock.processor.exact.TooMuchWork if that would take too long
   */
  public List<OrderCondition> firstFailing(int highest) {
    for (int order = 1; order <= highest; order++) {
      int n = order;
      BitSet trees = failing(n, highest);
      if (!trees.isEmpty()) {
        Forest forest = Forest.upTo(n);
        return trees.stream()
            .mapToObj(tree -> new OrderCondition(forest.tree(forest.first(n) + tree)))
            .toList();
      }
    }
    return List.of();
  }

  /**
   * Whether all conditions of one order hold.
   *
   * @throws io.butcherblock.processor.exact.TooMuchWork if that would take too long
   */
  public boolean hold(int order) {
    return failingFirst(order).isEmpty() && countFailing(order) == 0;
  }

  /** How many conditions of an order fail. */
  public int countFailing(int order) {
    return failing(order, order).cardinality();
  }

  /** Whether all conditions of orders 1 to {@code highest} hold. */
  public boolean holdUpTo(int highest) {
    return IntStream.rangeClosed(1, highest).allMatch(order -> failingFirst(order).isEmpty())
        && IntStream.rangeClosed(1, highest).allMatch(order -> failing(order, highest).isEmpty());
  }

  private BitSet failingFirst(int order) {
    while (failingFirst.size() < order) {
      int next = failingFirst.size() + 1;
      failingFirst.add(first.failing(next));
    }
    return failingFirst.get(order - 1);
  }

  /** The failing trees of an order; others up to {@code highest} are going to be asked for. */
  private BitSet failing(int order, int highest) {
    if (failing.size() < order) {
      int last = order;
      while (last < highest && failingFirst(last).isEmpty()) {
        last++;
      }
      decide(last);
    }
    return failing.get(order - 1);
  }

  /** Decides all conditions of orders 1 to {@code highest}. */
  private void decide(int highest) {
    Work work = new Work();
    work.spend(ModularWeights.operations(used, highest) / OPERATIONS, 0);
    List<BitSet> all = new ArrayList<>();
    for (int order = 1; order <= highest; order++) {
      all.add((BitSet) failingFirst(order).clone());
    }
    double bits = (double) fields.degree() * new Height(used, work).bits(highest);
    double primes = Math.ceil(bits / BITS);
    work.spend(primes * ModularWeights.operations(used, highest) / OPERATIONS, 0);
    for (int i = 1; i < primes; i++) {
      ModularWeights modular = next();
      for (int order = 1; order <= highest; order++) {
        all.get(order - 1).or(modular.failing(order));
      }
    }
    failing = all;
  }

  /** What the left side is for this scheme. */
  public Exact leftSide(OrderCondition condition) {
    return weights.of(condition.tree());
  }

  /** What the left side grows by as the weight b_j grows by 1. */
  public Exact slope(OrderCondition condition, int j) {
    return weights.stages(condition.tree()).get(j);
  }
}
