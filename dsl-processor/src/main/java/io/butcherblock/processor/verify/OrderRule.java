package io.butcherblock.processor.verify;

import io.butcherblock.processor.diagnostics.Finding;
import io.butcherblock.processor.diagnostics.Location;
import io.butcherblock.processor.diagnostics.Message;
import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.model.RungeKutta;
import io.butcherblock.processor.order.OrderCondition;
import io.butcherblock.processor.order.OrderConditions;
import java.util.ArrayList;
import java.util.List;

/**
 * The conditions of all rooted trees up to the claimed order hold, and not all those of the next
 * order. Reports every failing tree of the lowest order at which one fails.
 */
final class OrderRule implements Rule<RungeKutta> {

  @Override
  public List<Finding> check(RungeKutta scheme) {
    if (!PositiveOrderRule.holds(scheme)) {
      return List.of();
    }
    Location order = new Location.Member("order");
    if (scheme.order() > OrderConditions.HIGHEST) {
      return List.of(
          Message.ORDER_BEYOND_PROOF.at(
              order, scheme.name(), scheme.order(), OrderConditions.HIGHEST));
    }
    // The tall tree of more nodes than stages has elementary weight 0.
    if (scheme.order() > scheme.stages()) {
      return List.of(
          Message.ORDER_BEYOND_STAGES.at(order, scheme.name(), scheme.order(), scheme.stages()));
    }
    OrderConditions conditions = new OrderConditions(scheme);
    List<OrderCondition> failing = conditions.firstFailing(scheme.order());
    if (!failing.isEmpty()) {
      return failures(scheme, conditions, failing);
    }
    int proved = highestOrder(scheme, conditions);
    return proved > scheme.order()
        ? List.of(Message.ORDER_TOO_LOW.at(order, scheme.name(), scheme.order(), proved))
        : List.of();
  }

  private static int highestOrder(RungeKutta scheme, OrderConditions conditions) {
    int proved = scheme.order();
    int highest = Math.min(scheme.stages(), OrderConditions.HIGHEST);
    while (proved < highest && conditions.hold(proved + 1)) {
      proved++;
    }
    return proved;
  }

  private static List<Finding> failures(
      RungeKutta scheme, OrderConditions conditions, List<OrderCondition> failing) {
    List<Finding> findings = new ArrayList<>();
    int holding = failing.get(0).tree().order() - 1;
    String advice =
        TableauFixIt.ofWeights(scheme, conditions, failing.get(0)).orElse(advice(holding));
    for (OrderCondition condition : failing) {
      Exact left = conditions.leftSide(condition);
      Exact right = condition.rightSide();
      findings.add(
          Message.ORDER_TOO_HIGH.at(
              new Location.WeightsRow(),
              scheme.name(),
              scheme.order(),
              condition.leftSide(),
              condition.tree(),
              condition.tree().order(),
              left,
              right,
              left.minus(right),
              holding == 0 ? "it is not even consistent" : "order " + holding + " holds",
              findings.isEmpty() ? " " + advice : ""));
    }
    return findings;
  }

  private static String advice(int holding) {
    return holding == 0
        ? "The weights of every tableau sum to 1. Decimals are taken as they stand: write 1/6 for"
            + " 0.1667."
        : "Compare the entries with their source, or claim order " + holding + ".";
  }
}
