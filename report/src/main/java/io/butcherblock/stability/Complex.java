package io.butcherblock.stability;

/**
 * A complex number. (Hipparchus's asks each factor whether it is infinite, and a region takes 1.6
 * times as long with it.)
 */
public record Complex(double re, double im) {

  static final Complex ONE = new Complex(1, 0);

  static Complex polar(double modulus, double angle) {
    return new Complex(modulus * Math.cos(angle), modulus * Math.sin(angle));
  }

  Complex plus(Complex other) {
    return new Complex(re + other.re, im + other.im);
  }

  Complex minus(Complex other) {
    return new Complex(re - other.re, im - other.im);
  }

  Complex times(Complex other) {
    return new Complex(re * other.re - im * other.im, re * other.im + im * other.re);
  }

  Complex times(double factor) {
    return new Complex(re * factor, im * factor);
  }

  Complex over(Complex other) {
    return times(other.conjugate()).times(1 / other.norm());
  }

  public Complex conjugate() {
    return new Complex(re, -im);
  }

  /** The square of the modulus. */
  double norm() {
    return re * re + im * im;
  }

  double modulus() {
    return Math.hypot(re, im);
  }

  public double distance(Complex other) {
    return minus(other).modulus();
  }

  /** Whether the distance is less than {@code distance}; quicker than to ask for it. */
  public boolean isNear(Complex other, double distance) {
    return minus(other).norm() < distance * distance;
  }

  boolean isFinite() {
    return Double.isFinite(re) && Double.isFinite(im);
  }
}
