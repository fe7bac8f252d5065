package io.butcherblock.processor.verify;

import io.butcherblock.processor.claim.HighestOrder;
import io.butcherblock.processor.diagnostics.Finding;
import io.butcherblock.processor.diagnostics.Location;
import io.butcherblock.processor.diagnostics.Message;
import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.exact.ShortText;
import io.butcherblock.processor.exact.TooMuchWork;
import io.butcherblock.processor.fixit.RoundedCoefficients;
import io.butcherblock.processor.fixit.TableauFixIt;
import io.butcherblock.processor.model.RungeKutta;
import io.butcherblock.processor.order.OrderCondition;
import io.butcherblock.processor.order.OrderConditions;
import io.butcherblock.processor.order.RootedTree;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The conditions of all rooted trees up to the claimed order hold, and not all those of the next
 * order. What is reported is the lowest order at which a condition fails, by three of its trees at
 * most: there may be thousands.
 */
record OrderRule(boolean ofSecondRow) implements Rule<RungeKutta> {

  private static final int NAMED = 3;

  /** The rule for a scheme: this one, or that of coefficients which are rounded. */
  static Rule<RungeKutta> of(RungeKutta scheme) {
    return scheme.tolerance().isNone() ? new OrderRule(false) : new ToleratedOrderRule(false);
  }

  /** The rule for the method of a second row of weights: its stages are those of another one. */
  static Rule<RungeKutta> ofSecondRow(RungeKutta scheme) {
    return scheme.tolerance().isNone() ? new OrderRule(true) : new ToleratedOrderRule(true);
  }

  @Override
  public List<Finding> check(RungeKutta scheme) {
    if (!PositiveOrderRule.holds(scheme)) {
      return List.of();
    }
    List<Finding> limits = OrderLimits.of(scheme);
    if (!limits.isEmpty()) {
      return limits;
    }
    OrderConditions conditions = new OrderConditions(scheme);
    List<OrderCondition> failing;
    try {
      failing = conditions.firstFailing(scheme.order());
    } catch (TooMuchWork e) {
      return List.of(OrderLimits.beyondWork(scheme, scheme.stages()));
    }
    if (!failing.isEmpty()) {
      return failures(scheme, conditions, failing);
    }
    int proved = HighestOrder.fromClaimed(scheme, conditions);
    return proved > scheme.order()
        ? List.of(BetterOrder.of(scheme.name(), scheme.order(), proved, scheme.tolerance()))
        : List.of();
  }

  private List<Finding> failures(
      RungeKutta scheme, OrderConditions conditions, List<OrderCondition> failing) {
    OrderCondition first = failing.get(0);
    int holding = first.tree().order() - 1;
    Exact left = conditions.leftSide(first);
    Exact off = left.minus(first.rightSide());
    boolean rounded = RoundedCoefficients.explain(off, scheme);
    return List.of(
        Message.ORDER_TOO_HIGH.at(
            new Location.WeightsRow(),
            scheme.name(),
            scheme.order(),
            first.leftSide(),
            first.tree(),
            first.tree().order(),
            ShortText.near(left, first.rightSide()),
            first.rightSide(),
            ShortText.ofDifference(off) + (rounded ? RoundedCoefficients.QUESTION : ""),
            holding > 0
                ? "order " + holding + " holds"
                : rounded ? "not even order 1 holds exactly" : "it is not even consistent",
            others(conditions, failing),
            RoundedCoefficients.simpleFractions(scheme)
                .or(() -> TableauFixIt.ofWeights(scheme, conditions, first))
                .or(() -> ofSecondRow ? Optional.empty() : TableauFixIt.ofExchange(scheme, first))
                .orElseGet(
                    () ->
                        rounded
                            ? RoundedCoefficients.adviceWithoutFractions(scheme)
                            : advice(holding))));
  }

  /** Two more of the failing conditions, and how many there are. */
  private static String others(OrderConditions conditions, List<OrderCondition> failing) {
    if (failing.size() == 1) {
      return "";
    }
    String named =
        failing.subList(1, Math.min(NAMED, failing.size())).stream()
            .map(
                condition ->
                    "tree "
                        + condition.tree()
                        + " (off by "
                        + ShortText.ofDifference(
                            conditions.leftSide(condition).minus(condition.rightSide()))
                        + ")")
            .collect(Collectors.joining(", "));
    int order = failing.get(0).tree().order();
    int all = RootedTree.count(order);
    return (failing.size() == all ? " All " + all : " In all, " + failing.size() + " of the " + all)
        + " conditions of order "
        + order
        + " fail, among them "
        + named
        + ".";
  }

  /** What to do where no order above {@code holding} holds, and no number is found wrong. */
  static String advice(int holding) {
    return holding == 0
        ? "The weights of every tableau sum to 1."
        : "Compare the entries with their source, or claim order " + holding + ".";
  }
}
