package io.butcherblock.processor.stability;

import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.exact.TooMuchWork;
import io.butcherblock.processor.exact.Work;
import io.butcherblock.processor.model.Measures.LeadingError;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Dissipation and dispersion: by what the amplitude |w(i nu)| and the phase arg w(i nu) of a scheme
 * are off from those of e^(i nu), in leading order (P. J. van der Houwen, B. P. Sommeijer, SIAM J.
 * Numer. Anal. 24, 1987, 595-617). w is the stability function, or the principal root of a
 * multistep scheme: with log w(z) - z = sum_k l_k z^k the even l_k are those of the amplitude.
 *
 * @param dissipation the leading term of 1 - |w|
 * @param dispersion the leading term of nu - arg w
 */
record AxisErrors(LeadingError dissipation, LeadingError dispersion) {

  static final AxisErrors UNKNOWN = new AxisErrors(LeadingError.UNKNOWN, LeadingError.UNKNOWN);

  /**
   * The leading terms; unknown where it would take too long to compute them.
   *
   * @param series the coefficient of z^k of w, of which that of z^0 is 1
   * @param last the highest power that is looked at
   */
  static AxisErrors of(IntFunction<Exact> series, int last) {
    try {
      return of(series, last, new Work());
    } catch (TooMuchWork e) {
      return UNKNOWN;
    }
  }

  private static AxisErrors of(IntFunction<Exact> series, int last, Work work) {
    List<Exact> w = new ArrayList<>(List.of(series.apply(0)));
    List<Exact> log = new ArrayList<>(List.of(Exact.ZERO));
    LeadingError dissipation = LeadingError.NONE;
    LeadingError dispersion = LeadingError.NONE;
    for (int n = 1; n <= last && (dissipation.order() == 0 || dispersion.order() == 0); n++) {
      w.add(series.apply(n));
      // w' = (log w)' w.
      Exact sum = w.get(n).times(Exact.of(n));
      for (int k = 1; k < n; k++) {
        Exact factor = w.get(n - k);
        work.reduce(3, sum.bitLength() + log.get(k).bitLength() + factor.bitLength());
        sum = sum.minus(log.get(k).times(Exact.of(k)).times(factor));
      }
      log.add(sum.over(Exact.of(n)));
      Exact off = n == 1 ? log.get(1).minus(Exact.ONE) : log.get(n);
      // i^n is 1, i, -1, -i; both errors have the sign of what is missing.
      double missing = n % 4 < 2 ? -off.doubleValue() : off.doubleValue();
      if (!off.isZero() && n % 2 == 0 && dissipation.order() == 0) {
        dissipation = new LeadingError(n - 1, missing);
      } else if (!off.isZero() && n % 2 == 1 && dispersion.order() == 0) {
        dispersion = new LeadingError(n - 1, missing);
      }
    }
    return new AxisErrors(dissipation, dispersion);
  }
}
