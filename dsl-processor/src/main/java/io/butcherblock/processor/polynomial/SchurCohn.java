package io.butcherblock.processor.polynomial;

import io.butcherblock.processor.exact.Interval;
import java.util.Arrays;
import java.util.Optional;

/**
 * Miller's reduction of {@link VonNeumann} in intervals instead of exact numbers. It decides where
 * the roots lie unless that depends on more bits than it is given, as it always does where one lies
 * on the unit circle.
 */
final class SchurCohn {

  private SchurCohn() {}

  /**
   * Whether all roots lie inside the unit circle; if not, then one lies outside it. Empty where
   * that is not decided.
   *
   * @param p not the zero polynomial
   */
  static Optional<Boolean> isSchur(Polynomial p, int bits) {
    Interval[] c = IntervalPolynomial.of(p, bits).coefficients();
    while (c.length > 1) {
      Interval last = c[c.length - 1];
      Interval first = c[0];
      if (last.abs().isBelow(first.abs())) {
        return Optional.of(false);
      }
      if (!first.abs().isBelow(last.abs())) {
        return Optional.empty();
      }
      c = scaled(reduced(c));
    }
    return Optional.of(true);
  }

  /** (p*(0) p(z) - p(0) p*(z)) / z with p*(z) = z^n p(1/z). */
  private static Interval[] reduced(Interval[] c) {
    int n = c.length - 1;
    Interval[] reduced = new Interval[n];
    for (int i = 0; i < n; i++) {
      reduced[i] = c[n].times(c[i + 1]).minus(c[0].times(c[n - 1 - i]));
    }
    return reduced;
  }

  /** The same roots with the largest coefficient near 1. */
  private static Interval[] scaled(Interval[] c) {
    int largest = Arrays.stream(c).mapToInt(Interval::exponent).max().orElse(0);
    return Arrays.stream(c).map(x -> x.scaled(-largest)).toArray(Interval[]::new);
  }
}
