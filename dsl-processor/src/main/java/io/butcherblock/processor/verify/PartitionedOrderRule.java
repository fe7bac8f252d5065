package io.butcherblock.processor.verify;

import io.butcherblock.processor.claim.PartitionedClaim;
import io.butcherblock.processor.claim.PartitionedOrder;
import io.butcherblock.processor.diagnostics.Finding;
import io.butcherblock.processor.diagnostics.Location;
import io.butcherblock.processor.diagnostics.Message;
import io.butcherblock.processor.exact.ShortText;
import io.butcherblock.processor.fixit.PartitionedFixIt;
import io.butcherblock.processor.fixit.RoundedCoefficients;
import io.butcherblock.processor.model.PartitionedRungeKutta;
import io.butcherblock.processor.model.Tolerance;
import io.butcherblock.processor.order.BicoloredConditions;
import io.butcherblock.processor.order.BicoloredConditions.Failure;
import io.butcherblock.processor.order.BicoloredConditions.Failures;
import io.butcherblock.processor.order.RootedTree;
import java.util.ArrayList;
import java.util.List;

/**
 * A partitioned scheme has the order that it claims, and no higher one.
 *
 * @param proved the order that it has
 */
record PartitionedOrderRule(PartitionedOrder proved) implements Rule<PartitionedRungeKutta> {

  @Override
  public List<Finding> check(PartitionedRungeKutta scheme) {
    if (scheme.order() > BicoloredConditions.HIGHEST) {
      return List.of(
          Message.ORDER_BEYOND_PROOF.at(
              new Location.Member("order"),
              scheme.name(),
              scheme.order(),
              BicoloredConditions.HIGHEST));
    }
    return proved.order() >= scheme.order()
        ? warnings(scheme)
        : List.of(
            proved
                .failing()
                .map(failures -> tooHigh(scheme, proved.order(), failures))
                .orElseGet(() -> OrderLimits.beyondWork(scheme, scheme.p().stages())));
  }

  private List<Finding> warnings(PartitionedRungeKutta scheme) {
    List<Finding> findings = new ArrayList<>(tooLow(scheme));
    if (!scheme.tolerance().isNone() && isExact(scheme.withTolerance(Tolerance.NONE))) {
      findings.add(
          Message.TOLERANCE_UNNEEDED.at(
              new Location.Member("tolerance"), scheme.name(), scheme.order()));
    }
    return findings;
  }

  private static boolean isExact(PartitionedRungeKutta scheme) {
    return PartitionedClaim.tableausHold(scheme)
        && PartitionedOrder.of(scheme.separable(), Tolerance.NONE).order() >= scheme.order();
  }

  private List<Finding> tooLow(PartitionedRungeKutta scheme) {
    return proved.order() > scheme.order()
        ? List.of(BetterOrder.of(scheme.name(), scheme.order(), proved.order(), scheme.tolerance()))
        : List.of();
  }

  private static Finding tooHigh(PartitionedRungeKutta scheme, int holding, Failures failures) {
    Failure first = failures.first();
    int order = holding + 1;
    return Message.PARTITIONED_ORDER_TOO_HIGH.at(
        new Location.InTableau(first.rootOfP() ? "p" : "q", new Location.WeightsRow()),
        scheme.name(),
        scheme.order(),
        first.condition().tree(),
        first.rootOfP() ? "p" : "q",
        order,
        ShortText.near(first.left(), first.condition().rightSide()),
        first.condition().rightSide(),
        ShortText.ofDifference(first.off()) + scheme.tolerance().excess(),
        failures.count(),
        2 * RootedTree.count(order),
        failures.count() == 1 ? "fails" : "fail",
        holding > 0 ? "order " + holding + " holds" : "it is not even consistent",
        advice(scheme, first, holding));
  }

  private static String advice(PartitionedRungeKutta scheme, Failure first, int holding) {
    return RoundedCoefficients.advice(
        scheme,
        first.off(),
        RoundedCoefficients.explain(first.off(), scheme, RoundedCoefficients.of(scheme)),
        meant ->
            PartitionedFixIt.ofWeights(meant, first)
                .or(() -> PartitionedFixIt.ofExchange(meant, first)),
        OrderRule.advice(holding));
  }
}
