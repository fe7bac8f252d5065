package io.butcherblock.stability;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A polynomial with complex coefficients, in doubles. */
final class ComplexPolynomial {

  /** Durand and Kerner's iteration doubles the digits of simple roots in each pass. */
  private static final int PASSES = 200;

  private static final double PRECISION = 1e-13;

  private final Complex[] coefficients;

  /**
   * A polynomial.
   *
   * @param coefficients from that of the power 0; the polynomial's own from now on
   */
  ComplexPolynomial(Complex... coefficients) {
    this.coefficients = coefficients;
  }

  private int degree() {
    return coefficients.length - 1;
  }

  private Complex leading() {
    return coefficients[degree()];
  }

  Complex at(Complex z) {
    Complex value = leading();
    for (int power = degree() - 1; power >= 0; power--) {
      value = value.times(z).plus(coefficients[power]);
    }
    return value;
  }

  /** The quotient by {@code z - root}; what is left over is dropped. */
  ComplexPolynomial withoutRoot(Complex root) {
    Complex[] quotient = new Complex[degree()];
    Complex carried = leading();
    for (int power = degree() - 1; power >= 0; power--) {
      quotient[power] = carried;
      carried = carried.times(root).plus(coefficients[power]);
    }
    return new ComplexPolynomial(quotient);
  }

  /**
   * Whether all roots are smaller than {@code radius}: the criterion of Schur and Cohn (Marden,
   * Geometry of Polynomials, section 42). {@code p} has its roots in the unit disc if the last
   * coefficient is larger than the first and {@code (p(w) - b conj(w^-n p(1/conj w))) / w} has its
   * roots there, where p is divided by its last coefficient and b is then its first.
   */
  boolean hasRootsWithin(double radius) {
    Complex[] p = coefficients.clone();
    double scale = 1;
    for (int power = 0; power < p.length; power++) {
      p[power] = p[power].times(scale);
      scale *= radius;
    }
    for (int n = p.length - 1; n > 0; n--) {
      Complex last = p[n];
      if (!(last.norm() > p[0].norm())) {
        return false;
      }
      Complex[] monic = new Complex[n + 1];
      for (int j = 0; j <= n; j++) {
        monic[j] = p[j].over(last);
      }
      p = new Complex[n];
      for (int j = 1; j <= n; j++) {
        p[j - 1] = monic[j].minus(monic[0].times(monic[n - j].conjugate()));
      }
    }
    return true;
  }

  /** All roots at once, by the iteration of Durand and Kerner; a double root to half the digits. */
  List<Complex> roots() {
    ComplexPolynomial p = withoutLeadingZeros();
    int n = p.degree();
    double radius = p.radius();
    Complex[] roots = new Complex[n];
    for (int i = 0; i < n; i++) {
      // No symmetry: conjugate starting points would stay conjugate, and so real roots apart.
      roots[i] = Complex.polar(radius, 2 * Math.PI * i / n + 0.4);
    }
    double moved = radius;
    for (int pass = 0; pass < PASSES && moved > PRECISION * radius; pass++) {
      moved = 0;
      for (int i = 0; i < n; i++) {
        Complex product = p.leading();
        for (int j = 0; j < n; j++) {
          product = j == i ? product : product.times(roots[i].minus(roots[j]));
        }
        Complex step = p.at(roots[i]).over(product);
        if (step.isFinite()) {
          roots[i] = roots[i].minus(step);
          moved = Math.max(moved, step.modulus());
        }
      }
    }
    return List.of(roots);
  }

  private ComplexPolynomial withoutLeadingZeros() {
    List<Complex> kept = new ArrayList<>(Arrays.asList(coefficients));
    while (kept.size() > 1 && kept.get(kept.size() - 1).norm() == 0) {
      kept.remove(kept.size() - 1);
    }
    return new ComplexPolynomial(kept.toArray(new Complex[0]));
  }

  /** Half of Fujiwara's bound, the largest of 2 |a_(n-k) / a_n|^(1/k): roots lie about there. */
  private double radius() {
    double largest = 0;
    for (int k = 1; k <= degree(); k++) {
      double ratio = coefficients[degree() - k].modulus() / leading().modulus();
      largest = Math.max(largest, Math.pow(ratio, 1.0 / k));
    }
    return largest;
  }
}
