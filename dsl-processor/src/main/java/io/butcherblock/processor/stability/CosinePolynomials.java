package io.butcherblock.processor.stability;

import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.polynomial.Polynomial;
import java.util.ArrayList;
import java.util.List;

/**
 * Products p(w) conj(q(w)) of real polynomials on the unit circle, w = e^(it), as polynomials in
 * cos t: cos(n t) = T_n(cos t) and sin(n t) = sin t U_(n-1)(cos t) with Chebyshev's polynomials.
 */
final class CosinePolynomials {

  private static final Polynomial TWICE = new Polynomial(List.of(Exact.ZERO, Exact.of(2)));

  private final List<Polynomial> cosines;
  private final List<Polynomial> sines;

  /** For polynomials of degree {@code degree} at most. */
  CosinePolynomials(int degree) {
    cosines = chebyshev(TWICE.times(Exact.of(1, 2)), degree);
    sines = chebyshev(TWICE, degree);
  }

  /** The recurrence of both kinds: P_(n+1) = 2 c P_n - P_(n-1). */
  private static List<Polynomial> chebyshev(Polynomial second, int degree) {
    List<Polynomial> members = new ArrayList<>(List.of(Polynomial.ONE, second));
    for (int n = 2; n <= degree; n++) {
      members.add(TWICE.times(members.get(n - 1)).minus(members.get(n - 2)));
    }
    return members;
  }

  /** Re p conj(q). */
  Polynomial real(Polynomial p, Polynomial q) {
    Polynomial sum = new Polynomial(List.of(correlation(p, q, 0)));
    for (int n = 1; n < cosines.size(); n++) {
      Exact both = correlation(p, q, n).plus(correlation(q, p, n));
      sum = sum.plus(cosines.get(n).times(both));
    }
    return sum;
  }

  /** Im p conj(q), divided by sin t. */
  Polynomial imaginary(Polynomial p, Polynomial q) {
    Polynomial sum = new Polynomial(List.of());
    for (int n = 1; n < cosines.size(); n++) {
      Exact difference = correlation(p, q, n).minus(correlation(q, p, n));
      sum = sum.plus(sines.get(n - 1).times(difference));
    }
    return sum;
  }

  /** sum_i p_(i+n) q_i, which cos(n t) and sin(n t) are multiplied by. */
  private static Exact correlation(Polynomial p, Polynomial q, int n) {
    Exact sum = Exact.ZERO;
    for (int i = 0; i <= q.degree() && i + n <= p.degree(); i++) {
      sum = sum.plus(p.coefficient(i + n).times(q.coefficient(i)));
    }
    return sum;
  }
}
