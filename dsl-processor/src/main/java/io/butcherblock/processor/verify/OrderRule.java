package io.butcherblock.processor.verify;

import io.butcherblock.processor.diagnostics.Finding;
import io.butcherblock.processor.diagnostics.Message;
import io.butcherblock.processor.diagnostics.Place;
import io.butcherblock.processor.model.Exact;
import io.butcherblock.processor.model.RungeKutta;
import java.util.List;

/**
 * The conditions of all rooted trees up to the claimed order hold, and not all those of the next
 * order. Reports every failing tree of the lowest order at which one fails.
 */
final class OrderRule implements Rule<RungeKutta> {

  /** 32973 trees have 14 nodes; no explicit scheme of higher order is in the literature. */
  static final int HIGHEST = 14;

  @Override
  public List<Finding> check(RungeKutta scheme) {
    Place order = new Place.Member("order");
    if (scheme.order() > HIGHEST) {
      return List.of(Message.ORDER_BEYOND_PROOF.at(order, scheme.name(), scheme.order(), HIGHEST));
    }
    // The tall tree of more nodes than stages has elementary weight 0.
    if (scheme.order() > scheme.stages()) {
      return List.of(
          Message.ORDER_BEYOND_STAGES.at(order, scheme.name(), scheme.order(), scheme.stages()));
    }
    ElementaryWeights weights = new ElementaryWeights(scheme);
    List<List<RootedTree>> trees = RootedTree.upTo(scheme.order());
    for (List<RootedTree> ofOneOrder : trees) {
      List<Finding> failures =
          ofOneOrder.stream()
              .map(OrderCondition::new)
              .filter(condition -> !holds(condition, weights))
              .map(condition -> failure(scheme, condition, weights))
              .toList();
      if (!failures.isEmpty()) {
        return failures;
      }
    }
    return mayHoldMore(scheme, weights)
        ? List.of(
            Message.ORDER_TOO_LOW.at(order, scheme.name(), scheme.order(), scheme.order() + 1))
        : List.of();
  }

  private static boolean mayHoldMore(RungeKutta scheme, ElementaryWeights weights) {
    int next = scheme.order() + 1;
    return next <= Math.min(scheme.stages(), HIGHEST)
        && RootedTree.upTo(next).get(next - 1).stream()
            .allMatch(tree -> holds(new OrderCondition(tree), weights));
  }

  private static boolean holds(OrderCondition condition, ElementaryWeights weights) {
    return weights.of(condition.tree()).equals(condition.rightSide());
  }

  private static Finding failure(
      RungeKutta scheme, OrderCondition condition, ElementaryWeights weights) {
    Exact left = weights.of(condition.tree());
    Exact right = condition.rightSide();
    int order = condition.tree().order();
    return Message.ORDER_TOO_HIGH.at(
        new Place.WeightsRow(),
        scheme.name(),
        scheme.order(),
        condition.leftSide(),
        condition.tree(),
        order,
        left,
        right,
        left.minus(right),
        order - 1);
  }
}
