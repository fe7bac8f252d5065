package io.butcherblock.processor.claim;

import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.model.RungeKutta;
import java.util.stream.IntStream;

/**
 * Row sums of a tableau and its abscissae, c_i = sum_j a_ij (Hairer, N&oslash;rsett, Wanner I, eq.
 * (1.9) of chapter II).
 */
public final class RowSums {

  private RowSums() {}

  /** Whether all of them are the abscissae exactly. */
  public static boolean hold(RungeKutta scheme) {
    return largest(scheme).isZero();
  }

  /** The largest difference between a row sum and its abscissa. */
  public static Exact largest(RungeKutta scheme) {
    return IntStream.range(0, scheme.stages())
        .mapToObj(i -> difference(scheme, i).abs())
        .reduce(Exact.ZERO, Exact::max);
  }

  /** The sum of row {@code i} less its abscissa. */
  public static Exact difference(RungeKutta scheme, int i) {
    return sum(scheme, i).minus(scheme.c().get(i));
  }

  /** The sum of row {@code i}, from 0. */
  public static Exact sum(RungeKutta scheme, int i) {
    return scheme.a().get(i).stream().reduce(Exact.ZERO, Exact::plus);
  }
}
