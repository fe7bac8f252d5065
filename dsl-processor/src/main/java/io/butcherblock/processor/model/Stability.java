package io.butcherblock.processor.model;

import io.butcherblock.processor.exact.Exact;
import java.util.List;

/**
 * For which z = h lambda a scheme integrates y' = lambda y without growth: where the roots w of the
 * stability polynomial p(w, z) lie in the unit circle, those on it simple.
 *
 * <p>Of a Runge-Kutta scheme p = w - R(z) with the stability function R (Hairer, Wanner II, section
 * IV.2), of a multistep scheme p = rho(w) - z sigma(w) (section V.1), or p = rho(w) - z^2 sigma(w)
 * for y'' = lambda^2 y of a scheme for y'' = f(y).
 *
 * @param formula R, or rho and sigma, as a textbook prints them
 * @param polynomial the coefficient of z^m w^j at [m][j]; of a recurrence without a common factor
 *     of rho and sigma
 * @param realInterval the largest r such that the scheme is stable on [-r, 0], or NaN where it is
 *     not computed
 * @param imaginaryInterval the largest r such that it is stable on [-ir, ir], or NaN
 * @param isKnown false where R or the intervals would take too long to compute
 */
public record Stability(
    String formula,
    List<List<Exact>> polynomial,
    double realInterval,
    double imaginaryInterval,
    boolean isKnown) {

  public Stability {
    polynomial = polynomial.stream().map(List::copyOf).toList();
  }
}
