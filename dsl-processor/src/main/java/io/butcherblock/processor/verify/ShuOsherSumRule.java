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
    return ShuOsherSums.rows(scheme)
        .map(
            rows ->
                IntStream.range(0, rows.rows().size())
                    .filter(i -> !scheme.tolerance().allows(ShuOsherSums.difference(rows, i)))
                    .mapToObj(i -> failure(scheme, rows, i))
                    .toList())
        .orElse(List.of());
  }

  private static Finding failure(RungeKutta scheme, FormRows rows, int i) {
    return Message.SHU_OSHER_SUM.at(
        i + 1 < scheme.stages() ? new Location.StageRow(i + 1) : new Location.WeightsRow(),
        scheme.name(),
        i + 1,
        ShortText.near(rows.leftSum(i), Exact.ONE),
        ShortText.ofDifference(ShuOsherSums.difference(rows, i)) + scheme.tolerance().excess(),
        RoundedCoefficients.simpleFractions(scheme)
            .or(
                () ->
                    FormFixIt.of(
                        scheme,
                        changed ->
                            ShuOsherSums.difference(changed.notation().rows().orElseThrow(), i)))
            .orElse(
                scheme.tolerance().isNone()
                    ? "Correct an entry; of rounded ones, give a tolerance."
                    : "Correct an entry."));
  }
}
