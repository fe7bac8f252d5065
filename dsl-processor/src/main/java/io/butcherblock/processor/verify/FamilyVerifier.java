package io.butcherblock.processor.verify;

import io.butcherblock.processor.diagnostics.Finding;
import io.butcherblock.processor.diagnostics.Location;
import io.butcherblock.processor.diagnostics.Message;
import io.butcherblock.processor.exact.TooMuchWork;
import io.butcherblock.processor.model.GenericMember;
import io.butcherblock.processor.model.Multistep;
import io.butcherblock.processor.model.ParametricMultistep;
import io.butcherblock.processor.model.ParametricRungeKutta;
import io.butcherblock.processor.model.ParametricScheme;
import io.butcherblock.processor.model.RungeKutta;
import io.butcherblock.processor.model.Stability;
import io.butcherblock.processor.model.StartingProcedure.OneStep;
import io.butcherblock.processor.model.StartingProcedure.ZeroHistory;
import io.butcherblock.processor.order.BlockOrder;
import io.butcherblock.processor.stability.MeasuresOf;
import io.butcherblock.processor.stability.MultistepStability;
import io.butcherblock.processor.stability.StabilityFunction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Applies every rule to a family of schemes. What does not depend on the values of the parameters,
 * such as which stages are used, is read off a member that has nothing special.
 */
final class FamilyVerifier {

  private static final List<Rule<ParametricScheme>> EVERY =
      List.of(new UsedParametersRule(), new PoleRule());
  private static final Rule<ParametricRungeKutta> TABLEAU = new ParametricTableauRule();
  private static final Rule<ParametricRungeKutta> ORDER = new ParametricOrderRule();
  private static final List<Rule<ParametricMultistep>> MULTISTEP =
      List.of(new ParametricMultistepRule(), new ParametricZeroStabilityRule());

  private FamilyVerifier() {}

  static VerificationResult verify(ParametricScheme family) {
    List<Finding> findings = new ArrayList<>(new PositiveOrderRule().check(family));
    EVERY.forEach(rule -> findings.addAll(rule.check(family)));
    if (Finding.anyError(findings)) {
      return new VerificationResult(Optional.empty(), findings);
    }
    try {
      GenericMember member = GenericMember.of(family, Set.of());
      findings.addAll(
          family instanceof ParametricRungeKutta tableau
              ? check(tableau, (RungeKutta) member.scheme())
              : check((ParametricMultistep) family, (Multistep) member.scheme()));
    } catch (TooMuchWork e) {
      findings.add(
          Message.ORDER_BEYOND_WORK.at(
              new Location.Member("order"),
              family.name(),
              family.order(),
              family.functions().size()));
    }
    if (Finding.anyError(findings)) {
      return new VerificationResult(Optional.empty(), findings);
    }
    return new VerificationResult(Optional.of(proved(family)), findings);
  }

  private static List<Finding> check(ParametricRungeKutta family, RungeKutta generic) {
    List<Finding> findings = new ArrayList<>(new SizeRule().check(generic));
    findings.addAll(TABLEAU.check(family));
    if (!Finding.anyError(findings)) {
      findings.addAll(ORDER.check(family));
      findings.addAll(new StagesRule().check(generic));
    }
    return findings;
  }

  private static List<Finding> check(ParametricMultistep family, Multistep generic) {
    List<Finding> findings = new ArrayList<>(new SizeRule().check(generic));
    if (generic.start() instanceof ZeroHistory
        && generic.backValues() > 1
        && !generic.carriesHistory()) {
      findings.add(Message.FAMILY_ZERO_HISTORY.at(new Location.Member("start"), family.name()));
      return findings;
    }
    MULTISTEP.forEach(rule -> findings.addAll(rule.check(family)));
    ZeroStabilityRule.withoutOrderOfUnstable(generic, findings);
    if (!Finding.anyError(findings)) {
      findings.addAll(new StartingOrderRule().check(generic));
      findings.addAll(new BlockStepsRule().check(generic));
    }
    return findings;
  }

  private static VerifiedScheme proved(ParametricScheme family) {
    if (family instanceof ParametricRungeKutta tableau) {
      RungeKutta start = tableau.start();
      Stability stability = StabilityFunction.stability(start);
      return new VerifiedScheme(
          family,
          family.order(),
          stability,
          MeasuresOf.of(start, stability),
          FamilyProof.of(tableau, start));
    }
    ParametricMultistep recurrence = (ParametricMultistep) family;
    Multistep start = recurrence.start();
    int blockOrder = blockOrder(start);
    Stability stability = MultistepStability.of(start);
    return new VerifiedScheme(
        family,
        blockOrder,
        stability,
        MeasuresOf.of(start, stability),
        FamilyProof.of(recurrence, start, blockOrder));
  }

  /** The order that a chain of blocks has for every value of the parameters, at least. */
  private static int blockOrder(Multistep member) {
    if (member.carriesHistory()) {
      return BlockOrder.of(member);
    }
    return member.start() instanceof OneStep start && member.backValues() > 1
        ? Math.min(member.order(), start.scheme().order())
        : member.order();
  }
}
