package io.butcherblock.processor.claim;

import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.model.FormRows;
import io.butcherblock.processor.model.Notation;
import io.butcherblock.processor.model.RungeKutta;
import java.util.Optional;
import java.util.stream.IntStream;

/** The sums of the alphas in each row of a Shu-Osher form, which are to be 1. */
public final class ShuOsherSums {

  private ShuOsherSums() {}

  /** Whether the alphas of all rows sum to 1, within the tolerance, where there are any. */
  public static boolean hold(RungeKutta scheme) {
    return scheme.tolerance().allows(largest(scheme));
  }

  /** By how much the alphas of the row that is farthest off miss 1; 0 where there are none. */
  public static Exact largest(RungeKutta scheme) {
    return rows(scheme).stream()
        .flatMap(rows -> IntStream.range(0, rows.rows().size()).mapToObj(i -> difference(rows, i)))
        .map(Exact::abs)
        .reduce(Exact.ZERO, Exact::max);
  }

  /** The rows of a scheme in Shu-Osher form; empty for another form. */
  public static Optional<FormRows> rows(RungeKutta scheme) {
    return scheme.notation().rows().filter(rows -> rows.form() == Notation.Form.SHU_OSHER);
  }

  /** The sum of the alphas of row {@code i}, from 0, less 1. */
  public static Exact difference(FormRows rows, int i) {
    return rows.leftSum(i).minus(Exact.ONE);
  }
}
