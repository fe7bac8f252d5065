package io.butcherblock.processor.exact;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * An exact real number: a rational, or a sum of rational multiples of square roots, such as {@code
 * 1/2 + 3 sqrt(2) - sqrt(6)}. These numbers are closed under the four operations; the roots that
 * occur generate a multiquadratic field Q(sqrt d_1, ..., sqrt d_r).
 */
public final class Exact implements Comparable<Exact> {

  public static final Exact ZERO = of(0);
  public static final Exact ONE = of(1);

  /**
   * The number where it is rational, as most are: its arithmetic is the faster one. Its denominator
   * is above 0.
   */
  private final BigFraction rational;

  /** The number where it is not. */
  private final Optional<RootSum> irrational;

  private Exact(BigFraction rational, Optional<RootSum> irrational) {
    this.rational = rational;
    this.irrational = irrational;
  }

  public static Exact of(long value) {
    return of(BigFraction.of(value));
  }

  public static Exact of(long numerator, long denominator) {
    return of(BigFraction.of(numerator, denominator));
  }

  public static Exact of(BigFraction value) {
    return new Exact(withSignAbove(value), Optional.empty());
  }

  /** A BigFraction may carry its sign in the denominator: the reciprocal of one below 0 does. */
  private static BigFraction withSignAbove(BigFraction value) {
    return value.getDenominator().signum() > 0
        ? value
        // Made of its two numbers, it would be reduced anew.
        : value.negate().reciprocal().negate().reciprocal();
  }

  static Exact of(RootSum sum) {
    return sum.isRational()
        ? of(sum.rationalPart())
        : new Exact(BigFraction.ZERO, Optional.of(sum));
  }

  public boolean isRational() {
    return irrational.isEmpty();
  }

  /** Whether it is written as more than one summand. */
  public boolean isSum() {
    return sum().numerators().size() > 1;
  }

  public boolean isZero() {
    return isRational() && rational.signum() == 0;
  }

  public boolean isOne() {
    return equals(ONE);
  }

  /** The summand that has no root, with a denominator above 0. */
  public BigFraction rationalPart() {
    return isRational() ? rational : sum().rationalPart();
  }

  /** The numerator of {@link #rationalPart} in lowest terms, which bears the sign. */
  public BigInteger numerator() {
    return rationalPart().getNumerator();
  }

  /** The denominator of {@link #rationalPart} in lowest terms, above 0. */
  public BigInteger denominator() {
    return rationalPart().getDenominator();
  }

  /** The d of all sqrt(d) that occur, ascending; each is free of squares and above 1. */
  public List<BigInteger> radicands() {
    return irrational.map(RootSum::radicands).stream()
        .flatMap(Collection::stream)
        .filter(radicand -> !radicand.equals(BigInteger.ONE))
        .toList();
  }

  /** The summands whose radicand a number divides. */
  Exact partWith(BigInteger divisor) {
    return of(sum().partWith(divisor));
  }

  /** The bits of the longest numerator or denominator. */
  public int bitLength() {
    return sum().bitLength();
  }

  /** The smallest whole number above 0 whose product with this one has no fractions. */
  public BigInteger commonDenominator() {
    return isRational() ? denominator() : sum().denominator();
  }

  /** The smallest whole number above 0 whose products with all of these have no fractions. */
  public static BigInteger commonDenominator(Collection<Exact> numbers) {
    return numbers.stream()
        .map(Exact::commonDenominator)
        .reduce(BigInteger.ONE, (m, n) -> m.divide(m.gcd(n)).multiply(n));
  }

  /** An exponent e such that 2^e is above the size of this number and of all its conjugates. */
  public int sizeExponent() {
    return sum().sizeExponent();
  }

  /** The numerators by radicand; empty of 0. */
  SortedMap<BigInteger, BigInteger> terms() {
    return sum().numerators();
  }

  /** See {@link Interval#of(Exact, int)}. */
  Interval enclosure(int bits) {
    if (isRational()) {
      BigInteger n = numerator().shiftLeft(Math.max(0, bits));
      return Interval.ofQuotients(n, n, denominator().shiftLeft(Math.max(0, -bits)), bits);
    }
    // Roots that cancel each other lose as many bits as they are long.
    int more = Math.max(Interval.FEWEST_BITS, bits + Math.max(0, sizeExponent()));
    Enclosure ends = Enclosure.of(sum(), more);
    return Interval.ofQuotients(
        ends.low(), ends.high(), sum().denominator().shiftLeft(more - bits), bits);
  }

  /** An exponent e such that the size is from 2^(e-1) to 2^(e+1), of a number other than 0. */
  public int exponent() {
    if (isRational()) {
      return numerator().bitLength() - denominator().bitLength();
    }
    int bits = Interval.FEWEST_BITS;
    Interval size = enclosure(bits).abs();
    while (size.low().bitLength() < 2) {
      bits *= 2;
      size = enclosure(bits).abs();
    }
    return size.low().bitLength() - bits;
  }

  private RootSum sum() {
    return irrational.orElseGet(() -> RootSum.of(rational));
  }

  public Exact negate() {
    return isRational() ? of(rational.negate()) : of(sum().negate());
  }

  public Exact plus(Exact other) {
    return isRational() && other.isRational()
        ? of(rational.add(other.rational))
        : of(sum().plus(other.sum()));
  }

  public Exact minus(Exact other) {
    return plus(other.negate());
  }

  public Exact times(Exact other) {
    // Else a long fraction would be reduced anew.
    if (isOne()) {
      return other;
    }
    if (other.isOne()) {
      return this;
    }
    return isRational() && other.isRational()
        ? of(rational.multiply(other.rational))
        : of(sum().times(other.sum()));
  }

  /**
   * The quotient.
   *
   * @throws ArithmeticException if {@code other} is zero
   */
  public Exact over(Exact other) {
    return times(
        other.isRational() ? of(other.rational.reciprocal()) : of(other.sum().reciprocal()));
  }

  public Exact times(BigInteger factor) {
    return times(of(BigFraction.of(factor)));
  }

  public Exact pow(int exponent) {
    Exact power = ONE;
    for (int i = 0; i < exponent; i++) {
      power = power.times(this);
    }
    return power;
  }

  /** The nearest multiple of a rational unit; a number that is not rational as it is. */
  public Exact roundedTo(Exact unit) {
    if (!isRational()) {
      return this;
    }
    Exact quotient = over(unit);
    BigInteger whole =
        new BigDecimal(quotient.numerator())
            .divide(new BigDecimal(quotient.denominator()), 0, RoundingMode.HALF_EVEN)
            .toBigInteger();
    return of(BigFraction.of(whole)).times(unit);
  }

  public Exact abs() {
    return signum() < 0 ? negate() : this;
  }

  public Exact max(Exact other) {
    return compareTo(other) >= 0 ? this : other;
  }

  /** The sign, decided exactly: -1, 0 or 1. */
  public int signum() {
    return irrational.map(Enclosure::signum).orElseGet(rational::signum);
  }

  @Override
  public int compareTo(Exact other) {
    return minus(other).signum();
  }

  /** The nearest double. */
  public double doubleValue() {
    return irrational.map(Enclosure::doubleValue).orElseGet(rational::doubleValue);
  }

  /** The number rounded to decimal digits. */
  public BigDecimal decimal(MathContext digits) {
    if (isRational()) {
      return new BigDecimal(numerator()).divide(new BigDecimal(denominator()), digits);
    }
    // Some four bits are more than a digit.
    int bits = Math.max(0, -exponent()) + 4 * digits.getPrecision();
    Interval enclosure = enclosure(bits);
    return new BigDecimal(enclosure.low())
        .divide(new BigDecimal(BigInteger.ONE.shiftLeft(bits)), digits);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Exact that
        && rational.equals(that.rational)
        && irrational.equals(that.irrational);
  }

  @Override
  public int hashCode() {
    return 31 * rational.hashCode() + irrational.hashCode();
  }

  /** As a textbook prints it: {@code -1/6}, {@code 1 - 1/2 sqrt(2)}. */
  @Override
  public String toString() {
    return sum().toString();
  }
}
