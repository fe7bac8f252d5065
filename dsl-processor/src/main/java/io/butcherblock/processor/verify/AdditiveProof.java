package io.butcherblock.processor.verify;

import io.butcherblock.names.Counted;
import io.butcherblock.processor.claim.HighestOrder;
import io.butcherblock.processor.claim.PairOrder;
import io.butcherblock.processor.model.AdditiveEvaluations;
import io.butcherblock.processor.model.AdditiveRungeKutta;
import io.butcherblock.processor.model.RungeKutta;
import io.butcherblock.processor.model.Stability;
import io.butcherblock.processor.stability.StabilityFunction;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What has been shown of an additive scheme that broke no rule, a line each. */
final class AdditiveProof {

  private static final int NAMED = 6;

  private AdditiveProof() {}

  /**
   * Of a scheme whose order is the one that it claims.
   *
   * @param withIntervals whether intervals of stability are asked for, which can take long
   */
  static List<String> of(AdditiveRungeKutta scheme, PairOrder proved, boolean withIntervals) {
    AdditiveEvaluations evaluations = scheme.evaluations();
    List<String> lines = new ArrayList<>();
    lines.add(
        "explicit for y' = f(y) + g(y): "
            + Counted.of(evaluations.count(/* ofF= */ true), "evaluation")
            + " of f, "
            + evaluations.count(/* ofF= */ false)
            + " of g");
    lines.addAll(PairProof.orders(scheme, proved, "trees with nodes of f and of g"));
    if (!proved.failing().isEmpty()) {
      boolean all = proved.failing().size() == proved.conditions().count(scheme.order() + 1);
      lines.add(PairProof.next(scheme, proved) + (all ? "" : named(proved)));
    }
    for (boolean ofF : new boolean[] {true, false}) {
      RungeKutta tableau = scheme.tableau(ofF).withTolerance(scheme.tolerance());
      lines.add(
          scheme.tableauName(ofF)
              + " alone: order "
              + HighestOrder.of(tableau)
              + (withIntervals ? intervals(StabilityFunction.stability(tableau)) : ""));
    }
    return lines;
  }

  private static String named(PairOrder proved) {
    return proved.failing().stream()
        .limit(NAMED)
        .map(failure -> failure.tree().differential())
        .collect(
            Collectors.joining(
                "; ", ", those of ", proved.failing().size() > NAMED ? "; ..." : ""));
  }

  private static String intervals(Stability stability) {
    return stability.isKnown()
        ? ", stable on the real axis "
            + interval("from -%s to 0", stability.realInterval())
            + ", on the imaginary axis "
            + interval("from -%1$s i to %1$s i", stability.imaginaryInterval())
        : "";
  }

  private static String interval(String format, double end) {
    return end == 0
        ? "at 0 only"
        : String.format(
            Locale.ROOT,
            format,
            Double.isInfinite(end)
                ? "infinity"
                : String.format(Locale.ROOT, "%.6f", end).replaceAll("\\.?0+$", ""));
  }
}
