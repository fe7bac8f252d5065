package io.butcherblock.processor.verify;

import io.butcherblock.processor.claim.RowSums;
import io.butcherblock.processor.diagnostics.Finding;
import io.butcherblock.processor.diagnostics.Location;
import io.butcherblock.processor.diagnostics.Message;
import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.exact.ShortText;
import io.butcherblock.processor.fixit.RoundedCoefficients;
import io.butcherblock.processor.fixit.TableauFixIt;
import io.butcherblock.processor.model.RungeKutta;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** c_i = sum_j a_ij (Hairer, N&oslash;rsett, Wanner I, eq. (1.9) of chapter II). */
final class RowSumRule implements Rule<RungeKutta> {

  @Override
  public List<Finding> check(RungeKutta scheme) {
    List<Integer> wrong =
        IntStream.range(0, scheme.stages()).filter(i -> !holds(scheme, i)).boxed().toList();
    if (wrong.isEmpty()) {
      return List.of();
    }
    // In the other forms a number has a part in several rows, and one correction mends them all.
    boolean isTableau = scheme.notation().isTableau();
    Optional<String> correction =
        wrong.size() == 1 || !isTableau
            ? TableauFixIt.ofRow(scheme, wrong.get(0))
            : Optional.empty();
    if (correction.isPresent()) {
      return List.of(failure(scheme, wrong.get(0), correction, /* first= */ true));
    }
    // One advice is enough, and takes a proof.
    return wrong.stream().map(i -> failure(scheme, i, correction, i.equals(wrong.get(0)))).toList();
  }

  private static boolean holds(RungeKutta scheme, int i) {
    return scheme.tolerance().allows(RowSums.difference(scheme, i));
  }

  private static Finding failure(
      RungeKutta scheme, int i, Optional<String> correction, boolean first) {
    Exact c = scheme.c().get(i);
    Exact off = RowSums.difference(scheme, i);
    List<Exact> numbers = new ArrayList<>(scheme.a().get(i));
    numbers.add(c);
    boolean rounded = RoundedCoefficients.explain(off, scheme, numbers);
    String more =
        scheme.tolerance().isNone() && rounded
            ? RoundedCoefficients.QUESTION
            : scheme.tolerance().excess();
    return Message.ROW_SUM.at(
        new Location.StageRow(i),
        scheme.name(),
        i + 1,
        c,
        ShortText.near(RowSums.sum(scheme, i), c),
        ShortText.ofDifference(off) + more,
        correction.orElseGet(() -> advice(scheme, rounded, first)));
  }

  private static String advice(RungeKutta scheme, boolean rounded, boolean first) {
    if (!scheme.tolerance().isNone() && rounded && first) {
      return RoundedCoefficients.adviceOfTolerated(scheme);
    }
    return !rounded || !scheme.tolerance().isNone()
        ? "Correct the abscissa or the row."
        : first ? RoundedCoefficients.advice(scheme) : RoundedCoefficients.advice();
  }
}
