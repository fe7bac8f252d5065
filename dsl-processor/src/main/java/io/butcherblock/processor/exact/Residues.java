package io.butcherblock.processor.exact;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;

/**
 * The arithmetic of a field Q(sqrt(d_1), ..., sqrt(d_r)) modulo a prime: sums and products of
 * numbers go to sums and products of their residues. So a number whose residue is not 0 is not 0
 * itself, and one that is whole, smaller than the product of enough primes, and 0 modulo each of
 * them is 0.
 */
public final class Residues {

  /** What {@link #of} gives for a number whose denominator the prime divides. */
  public static final long NONE = -1;

  private final int prime;

  /** The residues of the square roots by radicand. */
  private final Map<BigInteger, Long> roots;

  Residues(int prime, Map<BigInteger, Long> roots) {
    this.prime = prime;
    this.roots = new HashMap<>(roots);
  }

  public int prime() {
    return prime;
  }

  /** The residue of a number of the field, from 0 to the prime, or {@link #NONE}. */
  public long of(Exact number) {
    long denominator = of(number.commonDenominator());
    if (denominator == 0) {
      return NONE;
    }
    long sum = 0;
    if (number.isRational()) {
      sum = of(number.numerator());
    } else {
      for (Map.Entry<BigInteger, BigInteger> term : number.terms().entrySet()) {
        sum = (sum + of(term.getValue()) * roots.get(term.getKey())) % prime;
      }
    }
    return denominator == 1 ? sum : sum * inverse(denominator) % prime;
  }

  private long of(BigInteger whole) {
    return whole.bitLength() < 63
        ? Math.floorMod(whole.longValue(), (long) prime)
        : whole.mod(BigInteger.valueOf(prime)).longValue();
  }

  /** The reciprocal of a residue other than 0. */
  public long inverse(long residue) {
    return power(residue, prime - 2, prime);
  }

  static long power(long base, long exponent, int prime) {
    long power = 1;
    long square = base % prime;
    for (long rest = exponent; rest > 0; rest >>= 1) {
      if ((rest & 1) == 1) {
        power = power * square % prime;
      }
      square = square * square % prime;
    }
    return power;
  }
}
