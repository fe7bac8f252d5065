package io.butcherblock.processor.verify;

import io.butcherblock.processor.claim.PairOrder;
import io.butcherblock.processor.diagnostics.Finding;
import io.butcherblock.processor.diagnostics.Location;
import io.butcherblock.processor.diagnostics.Message;
import io.butcherblock.processor.model.AdditiveRungeKutta;
import io.butcherblock.processor.model.PartitionedRungeKutta;
import io.butcherblock.processor.model.Stability;
import io.butcherblock.processor.model.TableauPair;
import io.butcherblock.processor.stability.AdditiveStability;
import io.butcherblock.processor.stability.PartitionedStability;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Applies the rules to a scheme of two tableaus. */
final class PairVerifier {

  private static final List<Rule<? super TableauPair>> BEFORE_ORDER =
      List.of(new PositiveOrderRule(), new SizeRule(), new PairRule());

  private PairVerifier() {}

  static VerificationResult verify(TableauPair scheme) {
    List<Finding> findings = new ArrayList<>();
    BEFORE_ORDER.forEach(rule -> findings.addAll(rule.check(scheme)));
    // Conditions suppose row sums; without them they would mislead.
    if (Finding.anyError(findings)) {
      return new VerificationResult(Optional.empty(), findings);
    }
    PairOrder order = PairOrder.of(scheme);
    findings.addAll(new PairOrderRule(order).check(scheme));
    if (Finding.anyError(findings)) {
      return new VerificationResult(Optional.empty(), findings);
    }
    VerifiedScheme verified = verified(scheme, order);
    if (!verified.stability().isKnown()) {
      findings.add(
          Message.INTERVALS_BEYOND_WORK.at(new Location.Member(scheme.firstName()), scheme.name()));
    }
    return new VerificationResult(Optional.of(verified), findings);
  }

  private static VerifiedScheme verified(TableauPair scheme, PairOrder order) {
    if (scheme instanceof AdditiveRungeKutta additive) {
      Stability stability = AdditiveStability.of(additive);
      return new VerifiedScheme(
          scheme,
          scheme.order(),
          stability,
          AdditiveProof.of(additive, order, /* withIntervals= */ stability.isKnown()));
    }
    PartitionedRungeKutta partitioned = (PartitionedRungeKutta) scheme;
    return new VerifiedScheme(
        scheme,
        scheme.order(),
        PartitionedStability.of(partitioned.separable(), scheme.tolerance()),
        PartitionedProof.of(partitioned, order));
  }
}
