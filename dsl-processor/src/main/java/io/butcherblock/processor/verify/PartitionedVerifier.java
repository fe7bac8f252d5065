package io.butcherblock.processor.verify;

import io.butcherblock.processor.claim.PartitionedOrder;
import io.butcherblock.processor.diagnostics.Finding;
import io.butcherblock.processor.diagnostics.Location;
import io.butcherblock.processor.diagnostics.Message;
import io.butcherblock.processor.model.PartitionedRungeKutta;
import io.butcherblock.processor.stability.PartitionedStability;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Applies the rules to a partitioned scheme. */
final class PartitionedVerifier {

  private static final List<Rule<? super PartitionedRungeKutta>> BEFORE_ORDER =
      List.of(new PositiveOrderRule(), new SizeRule(), new PartitionedRule());

  private PartitionedVerifier() {}

  static VerificationResult verify(PartitionedRungeKutta scheme) {
    List<Finding> findings = new ArrayList<>();
    BEFORE_ORDER.forEach(rule -> findings.addAll(rule.check(scheme)));
    // Conditions suppose row sums; without them they would mislead.
    if (Finding.anyError(findings)) {
      return new VerificationResult(Optional.empty(), findings);
    }
    PartitionedOrder order = PartitionedOrder.of(scheme.separable(), scheme.tolerance());
    findings.addAll(new PartitionedOrderRule(order).check(scheme));
    if (Finding.anyError(findings)) {
      return new VerificationResult(Optional.empty(), findings);
    }
    VerifiedScheme verified =
        new VerifiedScheme(
            scheme,
            scheme.order(),
            PartitionedStability.of(scheme.separable(), scheme.tolerance()),
            PartitionedProof.of(scheme, order));
    if (!verified.stability().isKnown()) {
      findings.add(Message.INTERVALS_BEYOND_WORK.at(new Location.Member("p"), scheme.name()));
    }
    return new VerificationResult(Optional.of(verified), findings);
  }
}
