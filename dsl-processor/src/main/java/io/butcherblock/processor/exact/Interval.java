package io.butcherblock.processor.exact;

import java.math.BigInteger;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * The real numbers from {@code low / 2^bits} to {@code high / 2^bits}. The result of an operation
 * holds every result for numbers in its operands, so a sign that is read off it is proved: exact
 * arithmetic is needed only where the numbers grow too long, and only for what is 0.
 *
 * @param bits may be below 0; the same in both operands of an operation
 */
public record Interval(BigInteger low, BigInteger high, int bits) {

  static final int FEWEST_BITS = 64;

  /** A number that is whole. */
  public static Interval of(long value, int bits) {
    BigInteger end = BigInteger.valueOf(value).shiftLeft(bits);
    return new Interval(end, end, bits);
  }

  /** An interval that holds a number, at most a few units of the last bit wide. */
  public static Interval of(Exact number, int bits) {
    return number.enclosure(bits);
  }

  static Interval ofQuotients(BigInteger low, BigInteger high, BigInteger divisor, int bits) {
    return new Interval(floor(low, divisor), floor(high.negate(), divisor).negate(), bits);
  }

  private static BigInteger floor(BigInteger n, BigInteger divisor) {
    BigInteger[] parts = n.divideAndRemainder(divisor);
    return parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
  }

  public Interval plus(Interval other) {
    return new Interval(low.add(other.low), high.add(other.high), bits);
  }

  public Interval minus(Interval other) {
    return new Interval(low.subtract(other.high), high.subtract(other.low), bits);
  }

  public Interval negate() {
    return new Interval(high.negate(), low.negate(), bits);
  }

  public Interval times(Interval other) {
    BigInteger a = low.multiply(other.low);
    BigInteger b = low.equals(high) ? a : high.multiply(other.low);
    BigInteger c = other.low.equals(other.high) ? a : low.multiply(other.high);
    BigInteger d =
        low.equals(high) ? c : other.low.equals(other.high) ? b : high.multiply(other.high);
    return rounded(a.min(b).min(c.min(d)), a.max(b).max(c.max(d)), bits, bits);
  }

  /** The interval of the quotients by {@code 2^shift} of these ends. */
  private static Interval rounded(BigInteger low, BigInteger high, int shift, int bits) {
    return new Interval(low.shiftRight(shift), high.negate().shiftRight(shift).negate(), bits);
  }

  /** The product with a whole number. */
  public Interval times(long factor) {
    BigInteger whole = BigInteger.valueOf(factor);
    BigInteger a = low.multiply(whole);
    BigInteger b = high.multiply(whole);
    return new Interval(a.min(b), a.max(b), bits);
  }

  /** The quotient by an interval without 0. */
  public Interval over(Interval divisor) {
    BigInteger a = low.shiftLeft(bits);
    BigInteger b = high.shiftLeft(bits);
    Interval positive = divisor.low.signum() > 0 ? divisor : divisor.negate();
    BigInteger least = a.signum() < 0 ? positive.low : positive.high;
    BigInteger most = b.signum() < 0 ? positive.high : positive.low;
    Interval quotient = new Interval(floor(a, least), floor(b.negate(), most).negate(), bits);
    return divisor.low.signum() > 0 ? quotient : quotient.negate();
  }

  /** The product with 2^exponent. */
  public Interval scaled(int exponent) {
    return exponent >= 0
        ? new Interval(low.shiftLeft(exponent), high.shiftLeft(exponent), bits)
        : rounded(low, high, -exponent, bits);
  }

  public Interval abs() {
    if (low.signum() >= 0) {
      return this;
    }
    return high.signum() <= 0
        ? negate()
        : new Interval(BigInteger.ZERO, high.max(low.negate()), bits);
  }

  /** The sign of all numbers in it; 0 where it holds 0. */
  public int signum() {
    return low.signum() == high.signum() ? low.signum() : 0;
  }

  /** Whether each number in it is below each in the other. */
  public boolean isBelow(Interval other) {
    return high.compareTo(other.low) < 0;
  }

  /** The smallest e such that all sizes in it are at most 2^e; very small if it is 0. */
  public int exponent() {
    return Math.max(low.bitLength(), high.bitLength()) - bits;
  }

  /** Whether each number in it is above each in the other. */
  public boolean isAbove(Interval other) {
    return other.isBelow(this);
  }

  /** The width in units of the last bit. */
  public BigInteger width() {
    return high.subtract(low);
  }

  /** The number half way between the ends. */
  public Exact middle() {
    return Exact.of(BigFraction.of(low.add(high), BigInteger.TWO.shiftLeft(bits)));
  }
}
