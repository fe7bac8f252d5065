package io.butcherblock.processor.model;

import java.math.BigInteger;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;

/** Exact square roots of rational numbers: sqrt(p/q) = m sqrt(d) / q with p q = m^2 d. */
public final class SquareRoot {

  /** Radicands up to this are split by trial division, at most a million divisions. */
  private static final BigInteger LIMIT = BigInteger.TEN.pow(12);

  private SquareRoot() {}

  /**
   * The square root.
   *
   * @param value rational and not negative
   * @return empty if numerator times denominator is above 10^12 and no square
   */
  public static Optional<Exact> of(BigFraction value) {
    BigInteger q = value.getDenominator();
    BigInteger n = value.getNumerator().multiply(q);
    BigInteger root = n.sqrt();
    if (root.multiply(root).equals(n)) {
      return Optional.of(Exact.of(BigFraction.of(root, q)));
    }
    if (n.compareTo(LIMIT) > 0) {
      return Optional.empty();
    }
    long d = n.longValueExact();
    long m = 1;
    for (long p = 2; p * p <= d; p++) {
      while (d % (p * p) == 0) {
        d /= p * p;
        m *= p;
      }
    }
    return Optional.of(
        new Exact(
            BigFraction.ZERO, BigFraction.of(BigInteger.valueOf(m), q), BigInteger.valueOf(d)));
  }
}
