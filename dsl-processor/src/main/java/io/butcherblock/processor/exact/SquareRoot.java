package io.butcherblock.processor.exact;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * Exact square roots. Of rational numbers: sqrt(p/q) = m sqrt(d) / q with p q = m^2 d. Of others,
 * where they are sums of square roots of rational numbers again, as sqrt(3 + 2 sqrt(2)) = 1 +
 * sqrt(2).
 *
 * <p>Let u + v be the radicand, v the part that an automorphism of its field negates. If the root
 * is a sum of roots a + b with b^2 fixed and a b negated, then u = a^2 + b^2 and v = 2 a b; hence s
 * = sqrt(u^2 - v^2) = |a^2 - b^2| lies in the fixed field, and the root is sqrt((u + s) / 2) with
 * or without the sign of v plus sqrt((u - s) / 2) (A. Borodin et al., Decreasing the nesting depth
 * of expressions involving square roots, J. Symbolic Computation 1, 1985, 169-188).
 */
public final class SquareRoot {

  /**
   * Radicands up to this are freed of squares by trial division up to their third root: what is
   * left has two prime factors at most, and is a square if they are equal.
   */
  private static final BigInteger LIMIT = BigInteger.TEN.pow(14);

  private static final Exact HALF = Exact.of(1, 2);

  private SquareRoot() {}

  /**
   * The square root.
   *
   * @param value not negative
   * @return empty if it is no sum of roots, or a rational radicand, numerator times denominator, is
   *     above 10^14 and no square
   */
  public static Optional<Exact> of(Exact value) {
    if (value.isRational()) {
      return ofRational(value.rationalPart());
    }
    BigInteger generator = Radicands.generator(value.radicands());
    Exact v = value.partWith(generator);
    Exact u = value.minus(v);
    Exact norm = u.times(u).minus(v.times(v));
    return norm.signum() < 0
        ? Optional.empty()
        : of(norm)
            .filter(s -> isFixed(s, generator, value))
            .flatMap(s -> sum(u.plus(s).times(HALF), u.minus(s).times(HALF), v.signum()));
  }

  /** Whether a number lies in the field of {@code value}, and its roots are free of a generator. */
  private static boolean isFixed(Exact number, BigInteger generator, Exact value) {
    List<BigInteger> both = new ArrayList<>(value.radicands());
    both.addAll(number.radicands());
    return number.partWith(generator).isZero()
        && Radicands.independent(both) == Radicands.independent(value.radicands());
  }

  private static Optional<Exact> sum(Exact squareOfA, Exact squareOfB, int sign) {
    return of(squareOfA).flatMap(a -> of(squareOfB).map(b -> sign < 0 ? a.minus(b) : a.plus(b)));
  }

  private static Optional<Exact> ofRational(BigFraction value) {
    BigInteger q = value.getDenominator();
    BigInteger n = value.getNumerator().multiply(q);
    BigInteger root = n.sqrt();
    if (root.multiply(root).equals(n)) {
      return Optional.of(Exact.of(BigFraction.of(root, q)));
    }
    if (n.compareTo(LIMIT) > 0) {
      return Optional.empty();
    }
    long d = 1;
    long m = 1;
    long rest = n.longValueExact();
    for (long p = 2; p * p * p <= rest; p += p == 2 ? 1 : 2) {
      int power = 0;
      while (rest % p == 0) {
        rest /= p;
        power++;
      }
      m *= BigInteger.valueOf(p).pow(power / 2).longValueExact();
      d *= power % 2 == 0 ? 1 : p;
    }
    long square = BigInteger.valueOf(rest).sqrt().longValueExact();
    if (square * square == rest) {
      m *= square;
    } else {
      d *= rest;
    }
    return Optional.of(
        Exact.of(RootSum.root(BigFraction.of(BigInteger.valueOf(m), q), BigInteger.valueOf(d))));
  }
}
