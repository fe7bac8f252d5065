package io.butcherblock.processor.polynomial;

import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.exact.ResidueFields;
import io.butcherblock.processor.exact.Residues;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;

/**
 * The greatest common divisor of polynomials with rational coefficients, put together from that
 * modulo one prime after the other until it divides both (J. von zur Gathen, J. Gerhard, Modern
 * Computer Algebra, section 6.7). The numbers of a sequence of remainders would be far longer than
 * those of the result.
 */
final class ModularGcd {

  private final BigInteger[] a;
  private final BigInteger[] b;
  private final BigInteger leading;
  private BigInteger modulus = BigInteger.ONE;
  private BigInteger[] gcd = {};

  private ModularGcd(Polynomial a, Polynomial b) {
    this.a = primitive(a.integral().coefficients().stream().map(Exact::numerator).toList());
    this.b = primitive(b.integral().coefficients().stream().map(Exact::numerator).toList());
    this.leading = last(this.a).gcd(last(this.b));
  }

  static Polynomial of(Polynomial a, Polynomial b) {
    return new ModularGcd(a, b).compute();
  }

  private Polynomial compute() {
    ResidueFields fields = new ResidueFields(List.of());
    while (true) {
      Residues residues = fields.next();
      if (of(leading, residues) != 0 && of(last(a), residues) != 0 && of(last(b), residues) != 0) {
        boolean same = !add(Euclid.gcd(of(a, residues), of(b, residues), residues), residues);
        if (same) {
          BigInteger[] candidate = primitive(Arrays.asList(gcd));
          if (divides(candidate, a) && divides(candidate, b)) {
            Exact last = Exact.ONE.times(last(candidate));
            return new Polynomial(
                Arrays.stream(candidate).map(c -> Exact.ONE.times(c).over(last)).toList());
          }
        }
      }
    }
  }

  /** Takes up the divisor modulo one more prime; whether that changed anything. */
  private boolean add(long[] monic, Residues residues) {
    if (gcd.length > 0 && monic.length > gcd.length) {
      return true;
    }
    if (monic.length < gcd.length || gcd.length == 0) {
      gcd = new BigInteger[monic.length];
      Arrays.fill(gcd, BigInteger.ZERO);
      modulus = BigInteger.ONE;
    }
    boolean changed = false;
    long prime = residues.prime();
    long scale = of(leading, residues);
    long inverse = residues.inverse(of(modulus, residues));
    BigInteger next = modulus.multiply(BigInteger.valueOf(prime));
    for (int i = 0; i < gcd.length; i++) {
      long step = Math.floorMod(monic[i] * scale - of(gcd[i], residues), prime) * inverse % prime;
      if (step != 0) {
        changed = true;
        BigInteger value = gcd[i].add(modulus.multiply(BigInteger.valueOf(step)));
        // The representative of the smallest size.
        gcd[i] = value.shiftLeft(1).compareTo(next) > 0 ? value.subtract(next) : value;
      }
    }
    modulus = next;
    return changed;
  }

  private static long of(BigInteger number, Residues residues) {
    return number.mod(BigInteger.valueOf(residues.prime())).longValue();
  }

  private static long[] of(BigInteger[] numbers, Residues residues) {
    return Arrays.stream(numbers).mapToLong(n -> of(n, residues)).toArray();
  }

  private static BigInteger last(BigInteger[] numbers) {
    return numbers[numbers.length - 1];
  }

  private static BigInteger[] primitive(List<BigInteger> numbers) {
    BigInteger content = numbers.stream().reduce(BigInteger.ZERO, BigInteger::gcd);
    return numbers.stream().map(n -> n.divide(content)).toArray(BigInteger[]::new);
  }

  /** Whether a polynomial without a common factor of its coefficients divides another one. */
  private static boolean divides(BigInteger[] divisor, BigInteger[] dividend) {
    BigInteger[] rest = dividend.clone();
    for (int top = rest.length - 1; top >= divisor.length - 1; top--) {
      BigInteger[] parts = rest[top].divideAndRemainder(last(divisor));
      if (parts[1].signum() != 0) {
        return false;
      }
      int shift = top - divisor.length + 1;
      for (int i = 0; i < divisor.length; i++) {
        rest[i + shift] = rest[i + shift].subtract(parts[0].multiply(divisor[i]));
      }
    }
    return Arrays.stream(rest).allMatch(n -> n.signum() == 0);
  }
}
