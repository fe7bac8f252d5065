package io.butcherblock.processor.stability;

import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.exact.Interval;
import io.butcherblock.processor.model.Multistep;
import io.butcherblock.processor.model.RungeKutta;
import io.butcherblock.processor.model.Tolerance;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The SSP coefficient. Of a Runge-Kutta scheme with K, the rows of A and b below them, the largest
 * r such that K (I + r A)^-1 is not negative and r K (I + r A)^-1 e is at most 1 (L. Ferracina, M.
 * N. Spijker, SIAM J. Numer. Anal. 42, 2004, 1073-1093; I. Higueras, J. Sci. Comput. 21, 2004,
 * 193-223). What holds for some r holds for all below it. Stages that nothing uses are left out;
 * where two stages are the same, which gets a warning, it is a lower bound.
 */
final class SspCoefficient {

  /** A number of this size or less is not told from 0; a coefficient is shown to 6 digits. */
  private static final int BITS = 256;

  private static final int HALVINGS = 44;
  private static final int MOST_STAGES = 64;
  private static final Exact SMALLEST = Exact.of(1, 1 << 20);

  /** Of numbers that are zeros but for rounding. */
  private static final Exact SLACK = Exact.of(10);

  private final Interval[][] a;
  private final Interval[][] k;
  private final Interval slack;

  private SspCoefficient(RungeKutta scheme, int[] used) {
    this.a = rows(used, scheme.a());
    this.k =
        rows(
            used,
            Stream.concat(IntStream.of(used).mapToObj(scheme.a()::get), Stream.of(weights(scheme)))
                .toList(),
            IntStream.rangeClosed(0, used.length).toArray());
    this.slack = Interval.of(scheme.tolerance().bound().times(SLACK), BITS);
  }

  private static List<Exact> weights(RungeKutta scheme) {
    return IntStream.range(0, scheme.stages()).mapToObj(scheme::b).toList();
  }

  private static Interval[][] rows(int[] columns, List<List<Exact>> rows) {
    return rows(columns, rows, columns);
  }

  private static Interval[][] rows(int[] columns, List<List<Exact>> rows, int[] kept) {
    return Arrays.stream(kept)
        .mapToObj(
            i ->
                Arrays.stream(columns)
                    .mapToObj(j -> Interval.of(rows.get(i).get(j), BITS))
                    .toArray(Interval[]::new))
        .toArray(Interval[][]::new);
  }

  /** The coefficient, rounded down; 0 if there is none, NaN of a scheme of very many stages. */
  static double of(RungeKutta scheme) {
    boolean[] isUsed = scheme.usedStages();
    int[] used = IntStream.range(0, isUsed.length).filter(i -> isUsed[i]).toArray();
    if (hasNegative(scheme, used)) {
      return 0;
    }
    if (used.length > MOST_STAGES) {
      return Double.NaN;
    }
    SspCoefficient coefficient = new SspCoefficient(scheme, used);
    return coefficient.holds(SMALLEST) ? coefficient.largest(used.length) : 0;
  }

  private static boolean hasNegative(RungeKutta scheme, int[] used) {
    Tolerance tolerance = scheme.tolerance();
    return IntStream.of(used)
        .mapToObj(i -> Stream.concat(scheme.a().get(i).stream(), Stream.of(scheme.b(i))))
        .flatMap(numbers -> numbers)
        .anyMatch(number -> number.signum() < 0 && !tolerance.allows(number));
  }

  /**
   * Of a linear multistep scheme, the smallest quotient a_j / b_j where none is negative (S.
   * Gottlieb, D. Ketcheson, C.-W. Shu, Strong Stability Preserving Runge-Kutta and Multistep Time
   * Discretizations, 2011, chapter 8).
   */
  static double of(Multistep scheme) {
    double smallest = Double.POSITIVE_INFINITY;
    for (int j = 0; j < scheme.backValues(); j++) {
      Exact a = scheme.a(j);
      Exact b = scheme.b(j);
      if (a.signum() < 0 || b.signum() < 0) {
        return 0;
      }
      if (!b.isZero()) {
        smallest = Math.min(smallest, a.over(b).doubleValue());
      }
    }
    return smallest;
  }

  /** The largest r, which is at most the number of stages; halves of powers of two are met. */
  private double largest(int stages) {
    Exact high = Exact.of(Integer.highestOneBit(2 * stages - 1));
    if (holds(high)) {
      return high.doubleValue();
    }
    Exact low = Exact.ZERO;
    for (int i = 0; i < HALVINGS; i++) {
      Exact middle = low.plus(high).over(Exact.of(2));
      if (holds(middle)) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low.doubleValue();
  }

  private boolean holds(Exact candidate) {
    Interval r = Interval.of(candidate, BITS);
    return Arrays.stream(k).allMatch(row -> holds(row, r));
  }

  /** Solves m (I + r A) = row from the last column on: A is a lower triangle. */
  private boolean holds(Interval[] row, Interval r) {
    Interval[] m = row.clone();
    Interval sum = Interval.of(0, BITS);
    for (int j = m.length - 1; j >= 0; j--) {
      Interval product = Interval.of(0, BITS);
      for (int i = j + 1; i < m.length; i++) {
        if (a[i][j].high().signum() != 0) {
          product = product.plus(m[i].times(a[i][j]));
        }
      }
      m[j] = m[j].minus(r.times(product));
      if (isNegative(m[j])) {
        return false;
      }
      sum = sum.plus(m[j]);
    }
    return !isNegative(Interval.of(1, BITS).minus(r.times(sum)));
  }

  private boolean isNegative(Interval number) {
    return number.plus(slack).high().signum() < 0;
  }
}
