package io.butcherblock.processor.verify;

import io.butcherblock.names.Counted;
import io.butcherblock.processor.claim.HighestOrder;
import io.butcherblock.processor.diagnostics.Finding;
import io.butcherblock.processor.diagnostics.Location;
import io.butcherblock.processor.diagnostics.Message;
import io.butcherblock.processor.diagnostics.Severity;
import io.butcherblock.processor.model.IteratedRungeKutta;
import io.butcherblock.processor.model.RungeKutta;
import io.butcherblock.processor.model.Stability;
import io.butcherblock.processor.order.OrderConditions;
import io.butcherblock.processor.stability.ImplicitStability;
import io.butcherblock.processor.stability.MeasuresOf;
import io.butcherblock.processor.stability.StabilityFunction;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Applies the rules to an implicit method and to what becomes of it by iteration. What is wrong
 * with the tableau is told of the tableau as written; the order is proved of the explicit scheme.
 */
final class IteratedVerifier {

  private static final SizeRule SIZE = new SizeRule();
  private static final OrderRule ORDER = new OrderRule(false);
  private static final List<Rule<RungeKutta>> OF_METHOD =
      List.of(new PositiveOrderRule()::check, new RowSumRule(), new TableauStepsRule());

  private IteratedVerifier() {}

  static VerificationResult verify(IteratedRungeKutta scheme) {
    RungeKutta method = scheme.method();
    List<Finding> findings = new ArrayList<>(SIZE.check(scheme.unrolled()));
    OF_METHOD.forEach(rule -> findings.addAll(rule.check(method)));
    if (!Finding.anyError(findings)) {
      findings.addAll(errors(ORDER.check(method)));
    }
    if (!Finding.anyError(findings)) {
      findings.addAll(iterations(scheme));
    }
    if (!Finding.anyError(findings)) {
      findings.addAll(ORDER.check(scheme.unrolled()));
      findings.addAll(new StagesRule().check(method));
    }
    if (Finding.anyError(findings)) {
      return new VerificationResult(Optional.empty(), findings);
    }
    Stability stability = StabilityFunction.stability(scheme.unrolled());
    VerifiedScheme verified =
        new VerifiedScheme(
            scheme,
            scheme.order(),
            stability,
            MeasuresOf.of(scheme.unrolled(), stability),
            proof(scheme));
    return new VerificationResult(Optional.of(verified), findings);
  }

  /** That the method is better than is claimed of its iterations is no fault. */
  private static List<Finding> errors(List<Finding> findings) {
    return findings.stream()
        .filter(finding -> finding.message().severity() == Severity.ERROR)
        .toList();
  }

  /**
   * K^(k) has the elementary differentials of trees of up to k + 1 levels, and no others; trees of
   * up to k + 1 nodes have no more, and the tall tree of k + 2 nodes has.
   */
  private static List<Finding> iterations(IteratedRungeKutta scheme) {
    int reached = scheme.iterations() + 1;
    return scheme.order() <= reached
        ? List.of()
        : List.of(
            Message.TOO_FEW_ITERATIONS.at(
                new Location.Member("iterations"),
                scheme.name(),
                scheme.order(),
                Counted.of(scheme.iterations(), "iteration"),
                reached,
                scheme.order() - 1));
  }

  private static List<String> proof(IteratedRungeKutta scheme) {
    int order = HighestOrder.fromClaimed(scheme.method(), new OrderConditions(scheme.method()));
    int needed = Math.max(0, order - 1);
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "the implicit method has order %d, which %s %s; iterations = %d",
            order,
            Counted.of(needed, "iteration"),
            needed == 1 ? "reaches" : "reach",
            scheme.iterations()));
    ImplicitStability.of(scheme.method()).map(IteratedVerifier::stability).ifPresent(lines::add);
    lines.add(
        String.format(
            Locale.ROOT,
            "unrolled to an explicit scheme of %s, of which all that follows is said",
            Counted.of(scheme.unrolled().stages(), "stage")));
    lines.addAll(Proof.of(scheme.unrolled()));
    return lines;
  }

  private static String stability(ImplicitStability stability) {
    return String.format(
        Locale.ROOT,
        "solved exactly, the implicit method would be %s: R(z) = (%s) / (%s)",
        stability.isLStable()
            ? "A-stable and L-stable"
            : stability.isAStable() ? "A-stable, not L-stable" : "not A-stable",
        stability.p(),
        stability.q());
  }
}
