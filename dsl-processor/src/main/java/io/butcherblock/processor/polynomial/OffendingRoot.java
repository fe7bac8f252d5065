package io.butcherblock.processor.polynomial;

import io.butcherblock.processor.exact.Exact;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * The root by which a polynomial breaks the root condition, for the reader of a message. That it is
 * broken has been decided exactly before.
 *
 * <p>The command line's pictures of stability regions have a Durand-Kerner iteration of their own,
 * {@code stability.ComplexPolynomial}, with complex coefficients. Compiler and command line depend
 * on {@code dsl-api} alone together, which is no place for numerical methods.
 */
public record OffendingRoot(String text, String reason) {

  /** The offending root of a polynomial that breaks the root condition. */
  public static OffendingRoot of(Polynomial p) {
    Polynomial repeated = p.gcd(p.derivative());
    Complex largest = largest(p.squareFree());
    if (largest.modulus() > 1 + 1e-9) {
      return new OffendingRoot(
          largest.toString(), "of modulus " + rounded(largest.modulus()) + ", above 1");
    }
    return new OffendingRoot(
        largest(repeated.squareFree()).toString(), "on the unit circle, and it is multiple");
  }

  private static Complex largest(Polynomial p) {
    return roots(p).stream().max(Comparator.comparingDouble(Complex::modulus)).orElseThrow();
  }

  /** All roots at once by Weierstrass' (Durand-Kerner) iteration; the roots are simple. */
  private static List<Complex> roots(Polynomial p) {
    int n = p.degree();
    Complex[] roots = new Complex[n];
    double[] coefficients = p.coefficients().stream().mapToDouble(Exact::doubleValue).toArray();
    Complex seed = new Complex(0.4, 0.9);
    for (int i = 0; i < n; i++) {
      roots[i] = i == 0 ? new Complex(1, 0) : roots[i - 1].times(seed);
    }
    for (int iteration = 0; iteration < 500; iteration++) {
      for (int i = 0; i < n; i++) {
        Complex product = new Complex(coefficients[n], 0);
        for (int j = 0; j < n; j++) {
          if (j != i) {
            product = product.times(roots[i].minus(roots[j]));
          }
        }
        roots[i] = roots[i].minus(at(coefficients, roots[i]).over(product));
      }
    }
    return Arrays.asList(roots);
  }

  private static Complex at(double[] coefficients, Complex z) {
    Complex value = new Complex(0, 0);
    for (int power = coefficients.length - 1; power >= 0; power--) {
      Complex next = value.times(z);
      value = new Complex(next.re() + coefficients[power], next.im());
    }
    return value;
  }

  private static String rounded(double number) {
    return String.format(Locale.ROOT, "%.6f", number).replaceAll("\\.?0+$", "");
  }

  /** A rounded complex number. */
  private record Complex(double re, double im) {

    Complex times(Complex other) {
      return new Complex(re * other.re - im * other.im, re * other.im + im * other.re);
    }

    Complex minus(Complex other) {
      return new Complex(re - other.re, im - other.im);
    }

    Complex over(Complex other) {
      double norm = other.re * other.re + other.im * other.im;
      return new Complex(
          (re * other.re + im * other.im) / norm, (im * other.re - re * other.im) / norm);
    }

    double modulus() {
      return Math.hypot(re, im);
    }

    @Override
    public String toString() {
      return Math.abs(im) < 1e-9
          ? rounded(re)
          : rounded(re) + (im < 0 ? " - " : " + ") + rounded(Math.abs(im)) + " i";
    }
  }
}
