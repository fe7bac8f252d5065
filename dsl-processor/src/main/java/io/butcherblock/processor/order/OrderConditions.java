package io.butcherblock.processor.order;

import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.model.RungeKutta;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The order conditions of one scheme, one for each rooted tree. */
public final class OrderConditions {

  /** 32973 trees have 14 nodes; no explicit scheme of higher order is in the literature. */
  public static final int HIGHEST = 14;

  private final ElementaryWeights weights;
  private List<List<RootedTree>> trees = List.of();

  public OrderConditions(RungeKutta scheme) {
    weights = new ElementaryWeights(scheme);
  }

  /** The first failing ones: all those of the lowest order, up to {@code highest}, that has any. */
  public List<OrderCondition> firstFailing(int highest) {
    grow(highest);
    return IntStream.rangeClosed(1, highest)
        .mapToObj(order -> of(order).filter(condition -> !holds(condition)).toList())
        .filter(failing -> !failing.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  /** Whether all conditions of one order hold. */
  public boolean hold(int order) {
    grow(order);
    return of(order).allMatch(this::holds);
  }

  /** Whether all conditions of orders 1 to {@code highest} hold. */
  public boolean holdUpTo(int highest) {
    grow(highest);
    return IntStream.rangeClosed(1, highest).allMatch(this::hold);
  }

  private void grow(int order) {
    if (trees.size() < order) {
      trees = RootedTree.upTo(order);
    }
  }

  private Stream<OrderCondition> of(int order) {
    return trees.get(order - 1).stream().map(OrderCondition::new);
  }

  private boolean holds(OrderCondition condition) {
    return leftSide(condition).equals(condition.rightSide());
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
