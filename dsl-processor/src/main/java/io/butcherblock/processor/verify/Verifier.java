package io.butcherblock.processor.verify;

import io.butcherblock.processor.diagnostics.Finding;
import io.butcherblock.processor.diagnostics.Location;
import io.butcherblock.processor.diagnostics.Message;
import io.butcherblock.processor.model.EmbeddedPair;
import io.butcherblock.processor.model.IteratedRungeKutta;
import io.butcherblock.processor.model.Measures;
import io.butcherblock.processor.model.Multistep;
import io.butcherblock.processor.model.ParametricScheme;
import io.butcherblock.processor.model.RungeKutta;
import io.butcherblock.processor.model.Scheme;
import io.butcherblock.processor.model.Stability;
import io.butcherblock.processor.model.TableauPair;
import io.butcherblock.processor.order.BlockOrder;
import io.butcherblock.processor.stability.MeasuresOf;
import io.butcherblock.processor.stability.MultistepStability;
import io.butcherblock.processor.stability.StabilityFunction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Applies every rule to a scheme. */
public final class Verifier {

  private static final List<Rule<Scheme>> EVERY = List.of(new PositiveOrderRule(), new SizeRule());
  private static final List<Rule<RungeKutta>> SHAPE =
      List.of(new ExplicitRule(), new ShuOsherSumRule(), new RowSumRule(), new TableauStepsRule());
  private static final Rule<RungeKutta> STAGES = new StagesRule();
  private static final Rule<Multistep> LOOK_BACK = new LookBackRule();
  private static final List<Rule<Multistep>> MULTISTEP =
      List.of(
          new MultistepOrderRule(),
          new PredictorCorrectorOrderRule(),
          new ZeroStabilityRule(),
          new StartingOrderRule(),
          new BlockStepsRule());

  private Verifier() {}

  public static VerificationResult verify(Scheme scheme) {
    if (scheme instanceof ParametricScheme family) {
      return FamilyVerifier.verify(family);
    }
    if (scheme instanceof EmbeddedPair pair) {
      return EmbeddedVerifier.verify(pair, verify(pair.method()));
    }
    if (scheme instanceof IteratedRungeKutta iterated) {
      return IteratedVerifier.verify(iterated);
    }
    if (scheme instanceof TableauPair tableaus) {
      return PairVerifier.verify(tableaus);
    }
    List<Finding> findings = new ArrayList<>();
    EVERY.forEach(rule -> findings.addAll(rule.check(scheme)));
    if (isTooLarge(findings)) {
      // To prove what will not be compiled could take long.
      return new VerificationResult(Optional.empty(), findings);
    }
    if (scheme instanceof RungeKutta tableau) {
      SHAPE.forEach(rule -> findings.addAll(rule.check(tableau)));
      // Order conditions suppose explicitness and row sums; without them they would mislead.
      if (!Finding.anyError(findings)) {
        findings.addAll(OrderRule.of(tableau).check(tableau));
        findings.addAll(STAGES.check(tableau));
      }
    } else if (scheme instanceof Multistep recurrence) {
      MULTISTEP.forEach(rule -> findings.addAll(rule.check(recurrence)));
      ZeroStabilityRule.withoutOrderOfUnstable(recurrence, findings);
      if (!Finding.anyError(findings) && recurrence.predictor().isEmpty()) {
        findings.addAll(LOOK_BACK.check(recurrence));
      }
    }
    if (Finding.anyError(findings)) {
      return new VerificationResult(Optional.empty(), findings);
    }
    VerifiedScheme verified = proved(scheme);
    if (!verified.stability().isKnown()) {
      findings.add(Message.INTERVALS_BEYOND_WORK.at(new Location.Member("value"), scheme.name()));
    }
    return new VerificationResult(Optional.of(verified), findings);
  }

  private static boolean isTooLarge(List<Finding> findings) {
    return findings.stream()
        .map(Finding::message)
        .anyMatch(Set.of(Message.TOO_LARGE, Message.TOO_MANY_STAGES)::contains);
  }

  private static VerifiedScheme proved(Scheme scheme) {
    if (scheme instanceof RungeKutta tableau) {
      Stability stability = StabilityFunction.stability(tableau);
      return new VerifiedScheme(
          scheme, scheme.order(), stability, MeasuresOf.of(tableau, stability), Proof.of(tableau));
    }
    return proved((Multistep) scheme);
  }

  private static VerifiedScheme proved(Multistep scheme) {
    int blockOrder = BlockOrder.of(scheme);
    Stability stability = MultistepStability.of(scheme);
    return new VerifiedScheme(
        scheme,
        blockOrder,
        stability,
        // They are read from rho and sigma, which with a predictor do not tell the whole.
        scheme.predictor().isPresent() ? Measures.UNKNOWN : MeasuresOf.of(scheme, stability),
        Proof.of(scheme, stability, blockOrder));
  }
}
