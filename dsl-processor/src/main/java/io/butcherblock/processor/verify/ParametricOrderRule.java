package io.butcherblock.processor.verify;

import io.butcherblock.processor.diagnostics.Finding;
import io.butcherblock.processor.diagnostics.Location;
import io.butcherblock.processor.diagnostics.Message;
import io.butcherblock.processor.exact.TooMuchWork;
import io.butcherblock.processor.fixit.FamilyFixIt;
import io.butcherblock.processor.model.ParametricRungeKutta;
import io.butcherblock.processor.model.Tolerance;
import io.butcherblock.processor.multivariate.RationalFunction;
import io.butcherblock.processor.order.OrderCondition;
import io.butcherblock.processor.order.OrderConditions;
import io.butcherblock.processor.order.ParametricWeights;
import io.butcherblock.processor.order.RootedTree;
import java.util.List;
import java.util.Locale;

/**
 * The conditions of all rooted trees up to the claimed order hold for every value of the
 * parameters, as identities of rational functions, and not all those of the next order.
 */
final class ParametricOrderRule implements Rule<ParametricRungeKutta> {

  @Override
  public List<Finding> check(ParametricRungeKutta family) {
    if (family.order() > OrderConditions.HIGHEST) {
      return List.of(OrderLimits.beyondProof(family));
    }
    if (family.order() > family.stages()) {
      return List.of(OrderLimits.beyondStages(family, family.stages()));
    }
    ParametricWeights weights = new ParametricWeights(family);
    try {
      for (int q = 1; q <= family.order(); q++) {
        List<RootedTree> failing = failing(weights, q);
        if (!failing.isEmpty()) {
          return List.of(failure(family, weights, failing));
        }
      }
    } catch (TooMuchWork e) {
      return List.of(OrderLimits.beyondWork(family, family.stages()));
    }
    int proved = highestOrder(family, weights);
    return proved > family.order()
        ? List.of(BetterOrder.of(family.name(), family.order(), proved, Tolerance.NONE))
        : List.of();
  }

  private static List<RootedTree> failing(ParametricWeights weights, int order) {
    return RootedTree.ofOrder(order).stream()
        .filter(tree -> !weights.residual(tree).isZero())
        .toList();
  }

  private static int highestOrder(ParametricRungeKutta family, ParametricWeights weights) {
    int proved = family.order();
    try {
      while (proved < Math.min(family.stages(), OrderConditions.HIGHEST)
          && RootedTree.ofOrder(proved + 1).stream()
              .allMatch(tree -> weights.residual(tree).isZero())) {
        proved++;
      }
    } catch (TooMuchWork e) {
      return proved;
    }
    return proved;
  }

  private static Finding failure(
      ParametricRungeKutta family, ParametricWeights weights, List<RootedTree> failing) {
    RootedTree tree = failing.get(0);
    OrderCondition condition = new OrderCondition(tree);
    RationalFunction off = weights.residual(tree);
    int holding = tree.order() - 1;
    int all = RootedTree.count(tree.order());
    return Message.ORDER_TOO_HIGH.at(
        new Location.WeightsRow(),
        family.name(),
        family.order(),
        condition.leftSide(),
        tree,
        tree.order(),
        weights.leftSide(tree),
        condition.rightSide(),
        off,
        holding > 0 ? "order " + holding + " holds for every value" : "it is not even consistent",
        all == 1
            ? ""
            : String.format(
                Locale.ROOT,
                " In all, %d of the %d conditions of order %d %s.",
                failing.size(),
                all,
                tree.order(),
                failing.size() == 1 ? "fails" : "fail"),
        FamilyFixIt.ofWeights(family, weights, tree)
            .orElseGet(() -> FamilyText.wouldHold(family, off)));
  }
}
