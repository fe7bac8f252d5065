package io.butcherblock.processor.verify;

import io.butcherblock.processor.model.Exact;
import io.butcherblock.processor.model.RungeKutta;
import java.util.List;

/** The order conditions of one scheme, one for each rooted tree. */
final class OrderConditions {

  /** 32973 trees have 14 nodes; no explicit scheme of higher order is in the literature. */
  static final int HIGHEST = 14;

  private final ElementaryWeights weights;
  private final List<List<RootedTree>> trees;

  /** The conditions of orders 1 to {@code highest}. */
  OrderConditions(RungeKutta scheme, int highest) {
    weights = new ElementaryWeights(scheme);
    trees = RootedTree.upTo(highest);
  }

  /** Those of one order that fail. */
  List<OrderCondition> failing(int order) {
    return trees.get(order - 1).stream()
        .map(OrderCondition::new)
        .filter(condition -> !residual(condition).isZero())
        .toList();
  }

  /** Whether all conditions of one order hold. */
  boolean hold(int order) {
    return trees.get(order - 1).stream()
        .allMatch(tree -> residual(new OrderCondition(tree)).isZero());
  }

  /** The first failing conditions: all those of the lowest order at which one fails. */
  List<OrderCondition> firstFailing() {
    return trees.stream()
        .map(ofOneOrder -> failing(ofOneOrder.get(0).order()))
        .filter(failing -> !failing.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  Exact leftSide(OrderCondition condition) {
    return weights.of(condition.tree());
  }

  /** What the left side grows by as the weight b_j grows by 1. */
  Exact slope(OrderCondition condition, int j) {
    return weights.stages(condition.tree()).get(j);
  }

  private Exact residual(OrderCondition condition) {
    return leftSide(condition).minus(condition.rightSide());
  }
}
