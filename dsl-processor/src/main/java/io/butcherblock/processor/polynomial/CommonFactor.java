package io.butcherblock.processor.polynomial;

import io.butcherblock.processor.exact.Exact;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.stream.Stream;

/** The greatest common divisor of two polynomials, most of which have none. */
public final class CommonFactor {

  /** A prime below 2^31, so that a product of two residues is a long. */
  private static final long PRIME = 2_147_483_629L;

  /** Where coefficients are this long in all, exact remainders take seconds. */
  private static final long MOST_BITS = 4000;

  private CommonFactor() {}

  /** The greatest common divisor; 1 where it would take long to find. */
  public static Polynomial of(Polynomial p, Polynomial q) {
    int roots = p.plus(q).squareRoots();
    boolean rational =
        Stream.concat(p.coefficients().stream(), q.coefficients().stream())
            .allMatch(Exact::isRational);
    if (rational ? areCoprime(p, q) : p.degree() > Polynomial.highestDegree(roots)) {
      return Polynomial.ONE;
    }
    long bits =
        Stream.concat(p.coefficients().stream(), q.coefficients().stream())
            .mapToLong(Exact::bitLength)
            .sum();
    return bits > MOST_BITS ? Polynomial.ONE : p.gcd(q);
  }

  /** Polynomials that are coprime modulo a prime are so; a common factor would be one there too. */
  private static boolean areCoprime(Polynomial p, Polynomial q) {
    long[] a = residues(p);
    long[] b = residues(q);
    if (a.length == 0 || b.length == 0) {
      return false;
    }
    while (b.length > 0) {
      long[] remainder = remainder(a, b);
      a = b;
      b = remainder;
    }
    return a.length == 1;
  }

  /** The coefficients, lowest first; none if the prime divides the leading one or a denominator. */
  private static long[] residues(Polynomial p) {
    long[] residues = new long[p.degree() + 1];
    for (int power = 0; power < residues.length; power++) {
      long denominator = residue(p.coefficient(power).denominator());
      if (denominator == 0) {
        return new long[0];
      }
      residues[power] = residue(p.coefficient(power).numerator()) * inverse(denominator) % PRIME;
    }
    return residues.length == 0 || residues[residues.length - 1] == 0 ? new long[0] : residues;
  }

  private static long residue(BigInteger number) {
    return number.mod(BigInteger.valueOf(PRIME)).longValueExact();
  }

  private static long inverse(long residue) {
    return BigInteger.valueOf(residue).modInverse(BigInteger.valueOf(PRIME)).longValueExact();
  }

  private static long[] remainder(long[] a, long[] b) {
    long[] rest = a.clone();
    int degree = rest.length - 1;
    long inverse = inverse(b[b.length - 1]);
    while (degree >= b.length - 1) {
      long factor = rest[degree] * inverse % PRIME;
      for (int i = 0; i < b.length; i++) {
        int at = degree - (b.length - 1) + i;
        rest[at] = (rest[at] + PRIME - factor * b[i] % PRIME) % PRIME;
      }
      while (degree >= 0 && rest[degree] == 0) {
        degree--;
      }
    }
    return Arrays.copyOf(rest, degree + 1);
  }
}
