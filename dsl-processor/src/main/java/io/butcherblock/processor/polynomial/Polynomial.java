package io.butcherblock.processor.polynomial;

import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.exact.Radicands;
import io.butcherblock.processor.exact.ShortText;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A polynomial with exact coefficients.
 *
 * @param coefficients lowest power first, the last one not 0; empty for the zero polynomial
 */
public record Polynomial(List<Exact> coefficients) {

  /** Some thousand digits. */
  private static final long MOST_READABLE_BITS = 3500;

  public static final Polynomial ONE = new Polynomial(List.of(Exact.ONE));

  public Polynomial {
    int size = coefficients.size();
    while (size > 0 && coefficients.get(size - 1).isZero()) {
      size--;
    }
    coefficients = List.copyOf(coefficients.subList(0, size));
  }

  /** The degree; -1 of the zero polynomial. */
  public int degree() {
    return coefficients.size() - 1;
  }

  /** The coefficient of z^power; 0 above the degree. */
  public Exact coefficient(int power) {
    return power <= degree() ? coefficients.get(power) : Exact.ZERO;
  }

  /** How many independent square roots the coefficients have. */
  public int squareRoots() {
    return Radicands.independent(
        coefficients.stream().map(Exact::radicands).flatMap(List::stream).distinct().toList());
  }

  boolean isRational() {
    return coefficients.stream().allMatch(Exact::isRational);
  }

  /** The bits of the longest numerator or denominator. */
  public int bitLength() {
    return coefficients.stream().mapToInt(Exact::bitLength).max().orElse(0);
  }

  /** The smallest whole multiple whose coefficients have no fractions, which are slow to add. */
  public Polynomial integral() {
    return times(Exact.ONE.times(commonDenominator()));
  }

  /** The smallest whole number above 0 that makes all coefficients free of fractions. */
  public BigInteger commonDenominator() {
    return Exact.commonDenominator(coefficients);
  }

  /** The lowest power whose coefficient is not 0; 0 of the zero polynomial. */
  public int lowestPower() {
    int lowest = 0;
    while (lowest < degree() && coefficients.get(lowest).isZero()) {
      lowest++;
    }
    return lowest;
  }

  Exact leading() {
    return coefficients.get(degree());
  }

  public boolean isZero() {
    return coefficients.isEmpty();
  }

  public Exact at(Exact z) {
    return z.isRational() ? atFraction(z.numerator(), z.denominator()) : horner(z);
  }

  private Exact horner(Exact z) {
    Exact value = Exact.ZERO;
    for (int power = degree(); power >= 0; power--) {
      value = value.times(z).plus(coefficients.get(power));
    }
    return value;
  }

  /** Divides once, at the end: fractions would be reduced at each step. */
  private Exact atFraction(BigInteger u, BigInteger v) {
    Exact value = Exact.ZERO;
    BigInteger scale = BigInteger.ONE;
    for (int power = degree(); power >= 0; power--) {
      value = value.times(u).plus(coefficients.get(power).times(scale));
      scale = power == 0 ? scale : scale.multiply(v);
    }
    return value.over(Exact.ONE.times(scale));
  }

  public Polynomial plus(Polynomial other) {
    return new Polynomial(
        IntStream.rangeClosed(0, Math.max(degree(), other.degree()))
            .mapToObj(power -> coefficient(power).plus(other.coefficient(power)))
            .toList());
  }

  public Polynomial times(Exact factor) {
    return new Polynomial(coefficients.stream().map(factor::times).toList());
  }

  public Polynomial times(Polynomial other) {
    Exact[] product = new Exact[Math.max(0, degree() + other.degree() + 1)];
    Arrays.fill(product, Exact.ZERO);
    for (int i = 0; i <= degree(); i++) {
      for (int j = 0; j <= other.degree(); j++) {
        product[i + j] = product[i + j].plus(coefficients.get(i).times(other.coefficients.get(j)));
      }
    }
    return new Polynomial(List.of(product));
  }

  public Polynomial minus(Polynomial other) {
    return plus(other.times(Exact.of(-1)));
  }

  public Polynomial derivative() {
    return new Polynomial(
        IntStream.rangeClosed(1, degree())
            .mapToObj(power -> Exact.of(power).times(coefficients.get(power)))
            .toList());
  }

  /** The quotient by z^k, where the k lowest coefficients are 0. */
  public Polynomial shiftedDown(int k) {
    return new Polynomial(
        coefficients.subList(Math.min(k, coefficients.size()), coefficients.size()));
  }

  /** z^degree p(1/z): the coefficients in reverse. */
  public Polynomial reversed() {
    List<Exact> reverse = new ArrayList<>(coefficients);
    Collections.reverse(reverse);
    return new Polynomial(reverse);
  }

  /** Quotient and remainder. */
  public Division dividedBy(Polynomial divisor) {
    Polynomial rest = this;
    Exact[] quotient = new Exact[Math.max(0, degree() - divisor.degree() + 1)];
    Arrays.fill(quotient, Exact.ZERO);
    while (rest.degree() >= divisor.degree()) {
      int shift = rest.degree() - divisor.degree();
      Exact factor = rest.leading().over(divisor.leading());
      quotient[shift] = factor;
      List<Exact> next = new ArrayList<>(rest.coefficients.subList(0, rest.degree()));
      for (int power = 0; power < divisor.degree(); power++) {
        next.set(
            power + shift,
            next.get(power + shift).minus(factor.times(divisor.coefficients.get(power))));
      }
      rest = new Polynomial(next);
    }
    return new Division(new Polynomial(List.of(quotient)), rest);
  }

  /** The result of a division. */
  public record Division(Polynomial quotient, Polynomial remainder) {}

  /** The same roots with leading coefficient 1 or -1, which keeps numbers short. */
  Polynomial normalised() {
    return isZero() ? this : times(Exact.ONE.over(leading().abs()));
  }

  /** The greatest common divisor with another polynomial, not both 0. */
  public Polynomial gcd(Polynomial other) {
    return Euclid.gcd(this, other);
  }

  /** The product of the different irreducible factors. */
  public Polynomial squareFree() {
    Polynomial repeated = degree() < 1 ? ONE : gcd(derivative());
    return repeated.degree() == 0 ? this : dividedBy(repeated).quotient();
  }

  /**
   * The product of the irreducible factors that occur an odd number of times: the sign changes at
   * its real roots and nowhere else.
   */
  public Polynomial oddPart() {
    Polynomial odd = ONE;
    boolean isOdd = true;
    Polynomial rest = this;
    // The factors that occur once, twice, ... or more often.
    Polynomial factors = squareFree();
    while (factors.degree() > 0) {
      rest = rest.dividedBy(factors).quotient();
      Polynomial next = rest.squareFree();
      odd = isOdd ? odd.times(factors.dividedBy(next).quotient()) : odd;
      isOdd = !isOdd;
      factors = next;
    }
    return odd;
  }

  /**
   * An exponent e such that all roots are smaller than 2^e; of a polynomial of degree 1 at least.
   */
  public int rootExponent() {
    // Fujiwara's bound, 2 max_k |a_(n-k) / a_n|^(1/k).
    int largest = Integer.MIN_VALUE;
    int first = leading().exponent();
    for (int k = 1; k <= degree(); k++) {
      Exact c = coefficients.get(degree() - k);
      if (!c.isZero()) {
        largest = Math.max(largest, -Math.floorDiv(first - c.exponent() - 2, k));
      }
    }
    return largest == Integer.MIN_VALUE ? 0 : largest + 2;
  }

  /** A multiple of p(low + width z) without fractions. */
  Polynomial stretched(Exact low, Exact width) {
    Polynomial line = new Polynomial(List.of(low, width));
    Exact common = Exact.ONE.times(line.commonDenominator());
    Polynomial whole = line.times(common);
    Polynomial value = new Polynomial(List.of());
    Exact scale = Exact.ONE;
    Polynomial p = integral();
    for (int power = degree(); power >= 0; power--) {
      Exact constant = p.coefficient(power).times(scale);
      value = value.times(whole).plus(new Polynomial(List.of(constant)));
      scale = scale.times(common);
    }
    return value;
  }

  /** As a textbook prints it, highest power first: {@code z^2 - 1}. */
  @Override
  public String toString() {
    return text("z");
  }

  /** The same in another variable; rounded where the numbers are too long to be read. */
  public String text(String variable) {
    boolean isReadable =
        coefficients.stream().mapToLong(Exact::bitLength).sum() <= MOST_READABLE_BITS;
    StringBuilder text = new StringBuilder();
    for (int power = degree(); power >= 0; power--) {
      Exact c = coefficients.get(power);
      if (!c.isZero()) {
        text.append(text.isEmpty() ? (c.signum() < 0 ? "-" : "") : c.signum() < 0 ? " - " : " + ");
        text.append(monomial(c.abs(), power, variable, isReadable));
      }
    }
    return text.isEmpty() ? "0" : text + (isReadable ? "" : " (rounded)");
  }

  private static String monomial(Exact size, int power, String variable, boolean isReadable) {
    String z = power == 0 ? "" : power == 1 ? variable : variable + "^" + power;
    boolean bracketed = isReadable && (power == 0 ? size.isSum() : !size.isRational());
    String exact = isReadable ? ShortText.exact(size) : Double.toString(size.doubleValue());
    String number = bracketed ? "(" + exact + ")" : exact;
    return z.isEmpty() ? number : size.isOne() ? z : number + " " + z;
  }
}
