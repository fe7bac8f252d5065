package io.butcherblock.processor.verify;

import io.butcherblock.processor.claim.HighestOrder;
import io.butcherblock.processor.claim.RowSums;
import io.butcherblock.processor.claim.TableauClaim;
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
import io.butcherblock.processor.order.Residuals;
import io.butcherblock.processor.order.RootedTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The conditions of all rooted trees up to the claimed order hold within the tolerance, and not all
 * of them exactly: what can be proved is not to be claimed in decimals.
 */
record ToleratedOrderRule(boolean ofSecondRow) implements Rule<RungeKutta> {

  /** A larger residual is no rounding, and no larger tolerance is proposed. */
  private static final Exact ROUNDING = Exact.of(1, 1_000_000);

  @Override
  public List<Finding> check(RungeKutta scheme) {
    List<Finding> limits = OrderLimits.of(scheme);
    if (!limits.isEmpty() || !PositiveOrderRule.holds(scheme)) {
      return limits;
    }
    Residuals residuals = new Residuals(scheme);
    try {
      List<OrderCondition> failing = new ArrayList<>();
      for (int order = 1; order <= scheme.order(); order++) {
        failing.addAll(residuals.above(scheme.tolerance(), order));
      }
      return failing.isEmpty() ? warnings(scheme, residuals) : failure(scheme, residuals, failing);
    } catch (TooMuchWork e) {
      return List.of(OrderLimits.beyondWork(scheme, scheme.stages()));
    }
  }

  private List<Finding> failure(
      RungeKutta scheme, Residuals residuals, List<OrderCondition> failing) {
    OrderCondition worst = failing.get(0);
    int holding = worst.tree().order() - 1;
    for (OrderCondition condition : failing) {
      if (residuals.of(condition).abs().compareTo(residuals.of(worst).abs()) > 0) {
        worst = condition;
      }
    }
    Exact off = residuals.of(worst);
    return List.of(
        Message.TOLERANCE_EXCEEDED.at(
            new Location.WeightsRow(),
            scheme.name(),
            scheme.order(),
            scheme.tolerance().text(),
            failing.size() == 1
                ? "1 of its conditions is"
                : failing.size() + " of its conditions are",
            worst.leftSide(),
            worst.tree(),
            worst.tree().order(),
            ShortText.ofDifference(off),
            holding == 0 ? "not even order 1 holds so" : "order " + holding + " holds so",
            advice(scheme, failing.get(0), off, holding)));
  }

  private String advice(RungeKutta scheme, OrderCondition first, Exact off, int holding) {
    return TableauFixIt.ofWeights(scheme, new OrderConditions(scheme), first)
        .or(() -> ofSecondRow ? Optional.empty() : TableauFixIt.ofExchange(scheme, first))
        .orElseGet(
            () ->
                off.abs().compareTo(ROUNDING) < 0
                    ? "If that is rounding, write tolerance = \""
                        + RoundedCoefficients.powerOfTen(off.abs())
                        + "\"."
                    : holding == 0
                        ? "Compare the entries with their source."
                        : "Compare the entries with their source, or claim order " + holding + ".");
  }

  private static List<Finding> warnings(RungeKutta scheme, Residuals residuals) {
    List<Finding> findings = new ArrayList<>();
    if (RowSums.hold(scheme) && TableauClaim.orderHolds(scheme)) {
      findings.add(
          Message.TOLERANCE_UNNEEDED.at(
              new Location.Member("tolerance"), scheme.name(), scheme.order()));
    }
    int order = HighestOrder.fromClaimed(scheme, residuals);
    if (order > scheme.order()) {
      findings.add(BetterOrder.of(scheme.name(), scheme.order(), order, scheme.tolerance()));
    }
    return findings;
  }

  /** What holds of the conditions of each order, a line each. */
  static List<String> proof(RungeKutta scheme) {
    Residuals residuals = new Residuals(scheme);
    List<String> lines = new ArrayList<>();
    for (int order = 1; order <= scheme.order(); order++) {
      int count = RootedTree.count(order);
      lines.add(
          "order "
              + order
              + scheme.tolerance().suffix()
              + ": "
              + (count == 1 ? "the condition is" : "all " + count + " conditions are")
              + " missed by "
              + ShortText.size(residuals.largest(order))
              + " at most");
    }
    return lines;
  }
}
