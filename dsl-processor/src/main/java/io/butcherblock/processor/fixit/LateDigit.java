package io.butcherblock.processor.fixit;

import io.butcherblock.processor.claim.RowSums;
import io.butcherblock.processor.claim.ShuOsherSums;
import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.model.FormRows;
import io.butcherblock.processor.model.RungeKutta;
import io.butcherblock.processor.model.Tolerance;
import io.butcherblock.processor.order.OrderCondition;
import io.butcherblock.processor.order.OrderConditions;
import io.butcherblock.processor.order.Residuals;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A wrong digit of a long decimal that looks like rounding by its size, and is more than the places
 * of all the decimals let expect.
 */
final class LateDigit {

  /** Decimals of fewer places may be meant as they stand. */
  private static final int FEWEST_PLACES = 8;

  /** What rounding adds up to, in units of the last place: a power of ten. */
  private static final int PLACES_OF_ROUNDING = 2;

  private LateDigit() {}

  /** What the decimals among some numbers can be expected to keep; empty if there are none. */
  static Optional<Tolerance> expected(List<Exact> numbers) {
    return numbers.stream()
        .map(DecimalFraction::places)
        .filter(places -> places >= FEWEST_PLACES)
        .min(Integer::compare)
        .map(places -> places - PLACES_OF_ROUNDING)
        .map(places -> new Tolerance("1e-" + places, Exact.ONE.over(Exact.of(10).pow(places))));
  }

  /** Whether something is missed by more than such decimals explain. */
  static boolean isMore(Exact missed, Tolerance expected) {
    return !expected.isRounding(missed);
  }

  /**
   * The correction of the one number that is wrong.
   *
   * @param numbers those that are written
   * @param missed by how much conditions or row sums are missed
   */
  static Optional<String> correction(RungeKutta scheme, List<Exact> numbers, Exact missed) {
    return expected(numbers)
        .filter(tolerance -> isMore(missed, tolerance))
        .flatMap(tolerance -> correction(scheme.withTolerance(tolerance)));
  }

  private static Optional<String> correction(RungeKutta scheme) {
    Tolerance tolerance = scheme.tolerance();
    Optional<FormRows> alphas = ShuOsherSums.rows(scheme);
    for (int i = 0; i < alphas.map(rows -> rows.rows().size()).orElse(0); i++) {
      int row = i;
      if (!tolerance.allows(ShuOsherSums.difference(alphas.orElseThrow(), i))) {
        return FormFixIt.of(
            scheme,
            changed -> ShuOsherSums.difference(changed.notation().rows().orElseThrow(), row));
      }
    }
    List<Integer> rows =
        IntStream.range(0, scheme.stages())
            .filter(i -> !tolerance.allows(RowSums.difference(scheme, i)))
            .boxed()
            .toList();
    if (!rows.isEmpty()) {
      return rows.size() == 1 || !scheme.notation().isTableau()
          ? TableauFixIt.ofRow(scheme, rows.get(0))
          : Optional.empty();
    }
    Residuals residuals = new Residuals(scheme);
    for (int order = 1; order <= scheme.order(); order++) {
      List<OrderCondition> failing = residuals.above(tolerance, order);
      if (!failing.isEmpty()) {
        return TableauFixIt.ofWeights(scheme, new OrderConditions(scheme), failing.get(0));
      }
    }
    return Optional.empty();
  }
}
