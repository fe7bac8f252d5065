package io.butcherblock.processor.polynomial;

import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.exact.ResidueFields;
import io.butcherblock.processor.exact.Residues;
import io.butcherblock.processor.exact.Work;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * Greatest common divisors. That two polynomials have none, as most, shows modulo one prime: the
 * degree of the divisor is not lower there than it is.
 */
final class Euclid {

  /**
   * Polynomials that have no common divisor may have one modulo a prime, but hardly modulo three.
   */
  private static final int PRIMES = 3;

  private Euclid() {}

  /**
   * The divisor of the highest degree of two polynomials, not both 0, with leading coefficient 1.
   */
  static Polynomial gcd(Polynomial a, Polynomial b) {
    if (a.isZero() || b.isZero()) {
      Polynomial other = a.isZero() ? b : a;
      return other.times(Exact.ONE.over(other.leading()));
    }
    if (areCoprime(a, b)) {
      return Polynomial.ONE;
    }
    return a.isRational() && b.isRational() ? ModularGcd.of(a, b) : remainders(a, b);
  }

  /** Whether two polynomials that are not 0 have no common root; if they do not, hardly false. */
  static boolean areCoprime(Polynomial a, Polynomial b) {
    if (a.degree() == 0 || b.degree() == 0) {
      return true;
    }
    ResidueFields fields =
        new ResidueFields(Stream.of(a, b).flatMap(p -> p.coefficients().stream()).toList());
    for (int i = 0; i < PRIMES; i++) {
      Residues residues = fields.next();
      long[] left = residues(a, residues);
      long[] right = residues(b, residues);
      if (left.length > 0 && right.length > 0 && gcd(left, right, residues).length == 1) {
        return true;
      }
    }
    return false;
  }

  /** The coefficients modulo a prime; none where it divides a denominator or the leading one. */
  private static long[] residues(Polynomial p, Residues residues) {
    long[] coefficients = p.coefficients().stream().mapToLong(residues::of).toArray();
    return coefficients[p.degree()] == 0 || Arrays.stream(coefficients).anyMatch(c -> c < 0)
        ? new long[0]
        : coefficients;
  }

  /** The same modulo a prime; the leading coefficients, which stand last, are not 0. */
  static long[] gcd(long[] p, long[] q, Residues residues) {
    long[] a = p;
    long[] b = q;
    while (b.length > 0) {
      long[] remainder = remainder(a, b, residues);
      a = b;
      b = remainder;
    }
    long inverse = residues.inverse(a[a.length - 1]);
    return Arrays.stream(a).map(c -> c * inverse % residues.prime()).toArray();
  }

  private static long[] remainder(long[] a, long[] b, Residues residues) {
    long prime = residues.prime();
    long[] rest = a.clone();
    long inverse = residues.inverse(b[b.length - 1]);
    int size = rest.length;
    while (size >= b.length) {
      long factor = rest[size - 1] * inverse % prime;
      int shift = size - b.length;
      for (int i = 0; i < b.length; i++) {
        rest[i + shift] = (rest[i + shift] + (prime - factor) * b[i]) % prime;
      }
      while (size > 0 && rest[size - 1] == 0) {
        size--;
      }
    }
    return Arrays.copyOf(rest, size);
  }

  private static Polynomial remainders(Polynomial p, Polynomial q) {
    Polynomial a = p;
    Polynomial b = q;
    double degree = Math.max(p.degree(), q.degree());
    int squares =
        new ResidueFields(Stream.of(p, q).flatMap(r -> r.coefficients().stream()).toList())
            .degree();
    new Work()
        .spend(
            degree * degree * squares * squares,
            2 * degree * squares * Math.max(p.bitLength(), q.bitLength()));
    while (!b.isZero()) {
      Polynomial remainder = a.dividedBy(b).remainder().normalised();
      a = b;
      b = remainder;
    }
    return a.times(Exact.ONE.over(a.leading()));
  }
}
