package io.butcherblock.processor.verify;

import io.butcherblock.processor.claim.ShuOsherSums;
import io.butcherblock.processor.diagnostics.Finding;
import io.butcherblock.processor.diagnostics.Location;
import io.butcherblock.processor.diagnostics.Message;
import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.exact.ShortText;
import io.butcherblock.processor.fixit.FormFixIt;
import io.butcherblock.processor.fixit.RoundedCoefficients;
import io.butcherblock.processor.model.FormRows;
import io.butcherblock.processor.model.RungeKutta;
import java.util.List;
import java.util.stream.IntStream;

/** The alphas of each row of a Shu-Osher form sum to 1. */
final class ShuOsherSumRule implements Rule<RungeKutta> {

  @Override
  public List<Finding> check(RungeKutta scheme) {
    return ShuOsherSums.rows(scheme).map(rows -> failures(scheme, rows)).orElse(List.of());
  }

  private static List<Finding> failures(RungeKutta scheme, FormRows rows) {
    List<Integer> wrong =
        IntStream.range(0, rows.rows().size())
            .filter(i -> !scheme.tolerance().allows(ShuOsherSums.difference(rows, i)))
            .boxed()
            .toList();
    return wrong.stream().map(i -> failure(scheme, rows, i, i.equals(wrong.get(0)))).toList();
  }

  private static Finding failure(RungeKutta scheme, FormRows rows, int i, boolean first) {
    Exact off = ShuOsherSums.difference(rows, i);
    boolean rounded = scheme.tolerance().isNone() && RoundedCoefficients.explain(off, scheme);
    return Message.SHU_OSHER_SUM.at(
        i + 1 < scheme.stages() ? new Location.StageRow(i + 1) : new Location.WeightsRow(),
        scheme.name(),
        i + 1,
        ShortText.near(rows.leftSum(i), Exact.ONE),
        ShortText.ofDifference(off)
            + (rounded ? RoundedCoefficients.QUESTION : scheme.tolerance().excess()),
        RoundedCoefficients.simpleFractions(scheme)
            .or(
                () ->
                    FormFixIt.of(
                        scheme,
                        changed ->
                            ShuOsherSums.difference(changed.notation().rows().orElseThrow(), i)))
            .orElseGet(() -> advice(scheme, rounded, first)));
  }

  /** One advice is enough, and takes a proof. */
  private static String advice(RungeKutta scheme, boolean rounded, boolean first) {
    if (!rounded) {
      return "Correct an entry.";
    }
    return first
        ? RoundedCoefficients.adviceWithoutFractions(scheme)
        : RoundedCoefficients.advice();
  }
}
