package io.butcherblock.fuzz;

import java.math.BigInteger;

/** A fraction in lowest terms, computed by means other than the compiler's. */
record Fraction(BigInteger numerator, BigInteger denominator) {

  Fraction {
    if (denominator.signum() == 0) {
      throw new ArithmeticException("A division by zero.");
    }
    BigInteger common = numerator.gcd(denominator);
    BigInteger divisor = denominator.signum() < 0 ? common.negate() : common;
    numerator = numerator.divide(divisor);
    denominator = denominator.divide(divisor);
  }

  static Fraction of(BigInteger whole) {
    return new Fraction(whole, BigInteger.ONE);
  }

  Fraction plus(Fraction other) {
    return new Fraction(
        numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
        denominator.multiply(other.denominator));
  }

  Fraction minus(Fraction other) {
    return plus(new Fraction(other.numerator.negate(), other.denominator));
  }

  Fraction times(Fraction other) {
    return new Fraction(
        numerator.multiply(other.numerator), denominator.multiply(other.denominator));
  }

  Fraction over(Fraction other) {
    return new Fraction(
        numerator.multiply(other.denominator), denominator.multiply(other.numerator));
  }

  Fraction abs() {
    return new Fraction(numerator.abs(), denominator);
  }

  int bits() {
    return Math.max(numerator.bitLength(), denominator.bitLength());
  }
}
