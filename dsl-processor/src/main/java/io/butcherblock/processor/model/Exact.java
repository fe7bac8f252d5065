package io.butcherblock.processor.model;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * An exact number a + b sqrt(d) of a real quadratic field Q(sqrt d), rational where b = 0.
 *
 * <p>Operations on numbers of two different fields throw {@link MixedRadicalsException}.
 *
 * @param rational a
 * @param irrational b
 * @param radicand d: free of squares and greater than 1, or 1 where b = 0
 */
public record Exact(BigFraction rational, BigFraction irrational, BigInteger radicand)
    implements Comparable<Exact> {

  public static final Exact ZERO = of(0);
  public static final Exact ONE = of(1);

  /** Enough digits that rounding to double is right even after cancellation of a and b sqrt(d). */
  private static final MathContext PRECISION = new MathContext(80);

  public Exact {
    if (irrational.signum() == 0) {
      radicand = BigInteger.ONE;
    }
  }

  public static Exact of(long value) {
    return of(BigFraction.of(value));
  }

  public static Exact of(long numerator, long denominator) {
    return of(BigFraction.of(numerator, denominator));
  }

  public static Exact of(BigFraction value) {
    return new Exact(value, BigFraction.ZERO, BigInteger.ONE);
  }

  public boolean isZero() {
    return signum() == 0;
  }

  public boolean isOne() {
    return equals(ONE);
  }

  /** The numerator of a. */
  public BigInteger numerator() {
    return rational.getNumerator();
  }

  /** The denominator of a, above 0. */
  public BigInteger denominator() {
    return rational.getDenominator();
  }

  public boolean isRational() {
    return irrational.signum() == 0;
  }

  public Exact negate() {
    return new Exact(rational.negate(), irrational.negate(), radicand);
  }

  public Exact plus(Exact other) {
    return new Exact(
        rational.add(other.rational), irrational.add(other.irrational), commonRadicand(other));
  }

  public Exact minus(Exact other) {
    return plus(other.negate());
  }

  public Exact times(Exact other) {
    BigInteger d = commonRadicand(other);
    return new Exact(
        rational
            .multiply(other.rational)
            .add(irrational.multiply(other.irrational).multiply(BigFraction.of(d))),
        rational.multiply(other.irrational).add(irrational.multiply(other.rational)),
        d);
  }

  /**
   * The quotient.
   *
   * @throws ArithmeticException if {@code other} is zero
   */
  public Exact over(Exact other) {
    // The norm a^2 - b^2 d of a number other than 0 is not 0, since d is no square.
    BigFraction norm =
        other.rational.pow(2).subtract(other.irrational.pow(2).multiply(big(other.radicand)));
    Exact conjugate = new Exact(other.rational, other.irrational.negate(), other.radicand);
    Exact product = times(conjugate);
    return new Exact(
        product.rational.divide(norm), product.irrational.divide(norm), product.radicand);
  }

  public Exact pow(int exponent) {
    Exact power = ONE;
    for (int i = 0; i < exponent; i++) {
      power = power.times(this);
    }
    return power;
  }

  public Exact abs() {
    return signum() < 0 ? negate() : this;
  }

  /** The sign, decided exactly: -1, 0 or 1. */
  public int signum() {
    int a = rational.signum();
    int b = irrational.signum();
    if (a == b || b == 0) {
      return a;
    }
    if (a == 0) {
      return b;
    }
    // Signs differ: the larger of a^2 and b^2 d wins.
    return rational.pow(2).compareTo(irrational.pow(2).multiply(big(radicand))) > 0 ? a : b;
  }

  @Override
  public int compareTo(Exact other) {
    return minus(other).signum();
  }

  /** The nearest double. */
  public double doubleValue() {
    if (isRational()) {
      return decimal(rational).doubleValue();
    }
    BigDecimal root = new BigDecimal(radicand).sqrt(PRECISION);
    return decimal(rational).add(decimal(irrational).multiply(root)).doubleValue();
  }

  /** As a textbook prints it: {@code -1/6}, {@code 1 - 1/2 sqrt(2)}. */
  @Override
  public String toString() {
    if (isRational()) {
      return text(rational);
    }
    BigFraction size = irrational.abs();
    String root = (size.equals(BigFraction.ONE) ? "" : text(size) + " ") + "sqrt(" + radicand + ")";
    boolean negative = irrational.signum() < 0;
    if (rational.signum() == 0) {
      return (negative ? "-" : "") + root;
    }
    return text(rational) + (negative ? " - " : " + ") + root;
  }

  private BigInteger commonRadicand(Exact other) {
    if (isRational()) {
      return other.radicand;
    }
    if (other.isRational() || other.radicand.equals(radicand)) {
      return radicand;
    }
    throw new MixedRadicalsException(radicand, other.radicand);
  }

  private static BigFraction big(BigInteger value) {
    return BigFraction.of(value);
  }

  private static BigDecimal decimal(BigFraction value) {
    return new BigDecimal(value.getNumerator())
        .divide(new BigDecimal(value.getDenominator()), PRECISION);
  }

  private static String text(BigFraction value) {
    return value.getDenominator().equals(BigInteger.ONE)
        ? value.getNumerator().toString()
        : value.getNumerator() + "/" + value.getDenominator();
  }
}
