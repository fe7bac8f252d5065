package io.butcherblock.processor.verify;

import io.butcherblock.processor.diagnostics.Finding;
import io.butcherblock.processor.diagnostics.Location;
import io.butcherblock.processor.diagnostics.Message;
import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.exact.ShortText;
import io.butcherblock.processor.model.PartitionedRungeKutta;
import io.butcherblock.processor.model.RungeKutta;
import io.butcherblock.processor.model.SeparableScheme;
import io.butcherblock.processor.order.BicoloredConditions;
import io.butcherblock.processor.order.BicoloredConditions.Failure;
import io.butcherblock.processor.order.BicoloredConditions.Failures;
import io.butcherblock.processor.order.RootedTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Both tableaus have row sums that are their abscissae, their stages can be computed one after the
 * other, and the conditions of all bicolored trees up to the claimed order hold and not all of the
 * next.
 */
final class PartitionedRule implements Rule<PartitionedRungeKutta> {

  @Override
  public List<Finding> check(PartitionedRungeKutta scheme) {
    if (scheme.p().stages() != scheme.q().stages()) {
      return List.of(
          Message.PARTITIONED_STAGES.at(
              new Location.Member("q"), scheme.name(), scheme.p().stages(), scheme.q().stages()));
    }
    List<Finding> findings = new ArrayList<>();
    rowSums(scheme.name(), "p", scheme.p(), findings);
    rowSums(scheme.name(), "q", scheme.q(), findings);
    SeparableScheme separable = scheme.separable();
    if (separable.sequence().isEmpty()) {
      findings.add(Message.PARTITIONED_IMPLICIT.at(new Location.Member("p"), scheme.name()));
    }
    // Conditions suppose row sums; without them they would mislead.
    return findings.isEmpty() && scheme.order() >= 1 ? order(scheme, separable) : findings;
  }

  private static void rowSums(
      String name, String member, RungeKutta tableau, List<Finding> findings) {
    for (int i = 0; i < tableau.stages(); i++) {
      Exact sum = RowSumRule.sum(tableau, i);
      Exact c = tableau.c().get(i);
      if (!sum.equals(c)) {
        findings.add(
            Message.PARTITIONED_ROW_SUM.at(
                new Location.Member(member),
                name,
                i + 1,
                member,
                c,
                ShortText.near(sum, c),
                ShortText.ofDifference(sum.minus(c))));
      }
    }
  }

  private static List<Finding> order(PartitionedRungeKutta scheme, SeparableScheme separable) {
    Location member = new Location.Member("order");
    if (scheme.order() > BicoloredConditions.HIGHEST) {
      return List.of(
          Message.ORDER_BEYOND_PROOF.at(
              member, scheme.name(), scheme.order(), BicoloredConditions.HIGHEST));
    }
    BicoloredConditions conditions = new BicoloredConditions(separable);
    int proved = 0;
    while (proved < BicoloredConditions.HIGHEST) {
      Optional<Failures> failing = conditions.failing(proved + 1);
      if (failing.isPresent()) {
        return proved >= scheme.order()
            ? tooLow(scheme, proved)
            : List.of(tooHigh(scheme, proved, failing.orElseThrow()));
      }
      proved++;
    }
    return tooLow(scheme, proved);
  }

  private static List<Finding> tooLow(PartitionedRungeKutta scheme, int proved) {
    return proved > scheme.order()
        ? List.of(
            Message.ORDER_TOO_LOW.at(
                new Location.Member("order"), scheme.name(), scheme.order(), proved))
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
        ShortText.ofDifference(first.left().minus(first.condition().rightSide())),
        failures.count(),
        2 * RootedTree.count(order),
        holding > 0 ? "order " + holding + " holds" : "it is not even consistent");
  }
}
