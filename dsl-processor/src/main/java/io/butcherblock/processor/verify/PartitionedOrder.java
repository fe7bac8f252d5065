package io.butcherblock.processor.verify;

import io.butcherblock.processor.diagnostics.Finding;
import io.butcherblock.processor.diagnostics.Location;
import io.butcherblock.processor.diagnostics.Message;
import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.exact.ShortText;
import io.butcherblock.processor.model.PartitionedRungeKutta;
import io.butcherblock.processor.model.SeparableScheme;
import io.butcherblock.processor.model.Tolerance;
import io.butcherblock.processor.order.BicoloredConditions;
import io.butcherblock.processor.order.BicoloredConditions.Failure;
import io.butcherblock.processor.order.BicoloredConditions.Failures;
import io.butcherblock.processor.order.RootedTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The order of a partitioned scheme.
 *
 * @param order the highest up to which the conditions of all bicolored trees hold
 * @param failing those of the next order that fail; empty where the proof ends
 */
record PartitionedOrder(int order, Optional<Failures> failing) {

  /** Decides it, at most up to the highest order that can be proved. */
  static PartitionedOrder of(SeparableScheme scheme, Tolerance tolerance) {
    BicoloredConditions conditions = new BicoloredConditions(scheme, tolerance);
    for (int order = 0; order < BicoloredConditions.HIGHEST; order++) {
      Optional<Failures> failing = conditions.failing(order + 1);
      if (failing.isPresent()) {
        return new PartitionedOrder(order, failing);
      }
    }
    return new PartitionedOrder(BicoloredConditions.HIGHEST, Optional.empty());
  }

  /** What is wrong with the order that a scheme claims. */
  List<Finding> check(PartitionedRungeKutta scheme) {
    if (scheme.order() > BicoloredConditions.HIGHEST) {
      return List.of(
          Message.ORDER_BEYOND_PROOF.at(
              new Location.Member("order"),
              scheme.name(),
              scheme.order(),
              BicoloredConditions.HIGHEST));
    }
    return order < scheme.order()
        ? List.of(tooHigh(scheme, order, failing.orElseThrow()))
        : warnings(scheme);
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
    return new PartitionedRule().check(scheme).isEmpty()
        && of(scheme.separable(), Tolerance.NONE).order >= scheme.order();
  }

  private List<Finding> tooLow(PartitionedRungeKutta scheme) {
    return order > scheme.order()
        ? List.of(
            Message.ORDER_TOO_LOW.at(
                new Location.Member("order"), scheme.name(), scheme.order(), order))
        : List.of();
  }

  private static Finding tooHigh(PartitionedRungeKutta scheme, int holding, Failures failures) {
    Failure first = failures.first();
    int order = holding + 1;
    return Message.PARTITIONED_ORDER_TOO_HIGH.at(
        new Location.Member(first.rootOfP() ? "p" : "q"),
        scheme.name(),
        scheme.order(),
        first.condition().tree(),
        first.rootOfP() ? "p" : "q",
        order,
        ShortText.near(first.left(), first.condition().rightSide()),
        first.condition().rightSide(),
        ShortText.ofDifference(first.off()) + more(scheme.tolerance()),
        failures.count(),
        2 * RootedTree.count(order),
        failures.count() == 1 ? "fails" : "fail",
        holding > 0 ? "order " + holding + " holds" : "it is not even consistent",
        advice(scheme, first));
  }

  /** What is added to a difference that a tolerance does not allow. */
  static String more(Tolerance tolerance) {
    return tolerance.isNone() ? "" : ", more than the tolerance " + tolerance.text();
  }

  private static String advice(PartitionedRungeKutta scheme, Failure first) {
    List<Exact> numbers = new ArrayList<>(RoundedCoefficients.of(scheme.p()));
    numbers.addAll(RoundedCoefficients.of(scheme.q()));
    String advice =
        RoundedCoefficients.advice(
            scheme,
            RoundedCoefficients.explain(first.off(), numbers),
            () -> PartitionedFixIt.ofWeights(scheme, first).orElse(""));
    return advice.isEmpty() ? "" : " " + advice;
  }
}
