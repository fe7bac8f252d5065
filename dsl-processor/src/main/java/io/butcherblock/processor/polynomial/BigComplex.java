package io.butcherblock.processor.polynomial;

import java.math.BigDecimal;
import java.math.MathContext;

/** A complex number rounded to some decimal digits. */
record BigComplex(BigDecimal re, BigDecimal im) {

  static final BigComplex ZERO = real(BigDecimal.ZERO);
  static final BigComplex ONE = real(BigDecimal.ONE);

  static BigComplex real(BigDecimal number) {
    return new BigComplex(number, BigDecimal.ZERO);
  }

  BigComplex plus(BigComplex other, MathContext digits) {
    return new BigComplex(re.add(other.re, digits), im.add(other.im, digits));
  }

  BigComplex minus(BigComplex other, MathContext digits) {
    return new BigComplex(re.subtract(other.re, digits), im.subtract(other.im, digits));
  }

  BigComplex times(BigComplex other, MathContext digits) {
    return new BigComplex(
        re.multiply(other.re, digits).subtract(im.multiply(other.im, digits), digits),
        re.multiply(other.im, digits).add(im.multiply(other.re, digits), digits));
  }

  /** The quotient by a number other than 0. */
  BigComplex over(BigComplex other, MathContext digits) {
    BigDecimal norm = other.square(digits);
    BigComplex product = times(new BigComplex(other.re, other.im.negate()), digits);
    return new BigComplex(product.re.divide(norm, digits), product.im.divide(norm, digits));
  }

  /** This number or its conjugate, whichever has the positive imaginary part. */
  BigComplex upper() {
    return new BigComplex(re, im.abs());
  }

  boolean isZero() {
    return re.signum() == 0 && im.signum() == 0;
  }

  /** The square of the modulus. */
  BigDecimal square(MathContext digits) {
    return re.multiply(re, digits).add(im.multiply(im, digits), digits);
  }

  BigDecimal modulus(MathContext digits) {
    return square(digits).sqrt(digits);
  }
}
