package io.butcherblock.nn;

import java.util.List;

/**
 * For which z = h lambda a scheme integrates y' = lambda y without growth: where the roots w of the
 * stability polynomial p(w, z) lie in the unit circle, those on it simple.
 *
 * @param formula the stability function R of a Runge-Kutta scheme, p = w - R(z); or the
 *     characteristic polynomials of a multistep scheme, p = rho(w) - z sigma(w); of a scheme for
 *     y'' = f(y), p = rho(w) - z^2 sigma(w) for y'' = lambda^2 y
 * @param polynomial the coefficient of z^m w^j of p, rounded to double, at place [m][j]
 * @param realInterval the largest r such that the scheme is stable on [-r, 0], or NaN if it is not
 *     computed
 * @param imaginaryInterval the largest r such that the scheme is stable on [-ir, ir], or NaN if it
 *     is not computed
 */
public record SchemeStability(
    String formula, List<List<Double>> polynomial, double realInterval, double imaginaryInterval) {

  public SchemeStability {
    polynomial = polynomial.stream().map(List::copyOf).toList();
  }
}
