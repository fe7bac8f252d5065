package io.butcherblock.processor.polynomial;

import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.exact.Interval;

/**
 * A polynomial whose coefficients are known to lie in intervals, all of them divided by one power
 * of two so that the largest is about 1.
 */
final class IntervalPolynomial {

  /** Lowest power first. */
  private final Interval[] coefficients;

  private IntervalPolynomial(Interval[] coefficients) {
    this.coefficients = coefficients;
  }

  /** The enclosure of a polynomial other than 0. */
  static IntervalPolynomial of(Polynomial p, int bits) {
    int largest =
        p.coefficients().stream()
            .filter(c -> !c.isZero())
            .mapToInt(Exact::sizeExponent)
            .max()
            .orElseThrow();
    return new IntervalPolynomial(
        p.coefficients().stream()
            .map(c -> Interval.of(c, bits - largest))
            .map(c -> new Interval(c.low(), c.high(), bits))
            .toArray(Interval[]::new));
  }

  /** Lowest power first. */
  Interval[] coefficients() {
    return coefficients.clone();
  }

  int bits() {
    return coefficients[0].bits();
  }

  int degree() {
    return coefficients.length - 1;
  }

  Interval at(Interval x) {
    Interval value = coefficients[degree()];
    for (int power = degree() - 1; power >= 0; power--) {
      value = value.times(x).plus(coefficients[power]);
    }
    return value;
  }

  /** The coefficients of p(center + t): its derivatives, divided by factorials. */
  Interval[] taylor(Interval center) {
    Interval[] shifted = coefficients.clone();
    for (int i = 0; i < degree(); i++) {
      for (int power = degree() - 1; power >= i; power--) {
        shifted[power] = shifted[power].plus(shifted[power + 1].times(center));
      }
    }
    return shifted;
  }
}
