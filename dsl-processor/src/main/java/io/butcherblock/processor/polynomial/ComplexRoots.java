package io.butcherblock.processor.polynomial;

import io.butcherblock.processor.exact.Exact;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/**
 * All roots at once, rounded, by Aberth's iteration from Bini's starting points (D. A. Bini,
 * Numerical computation of polynomial zeros by means of Aberth's method, Numer. Algorithms 13,
 * 1996, 179-200). For readers: nothing is decided by them.
 */
final class ComplexRoots {

  private static final int MOST_ITERATIONS = 300;

  private final List<BigDecimal> coefficients = new ArrayList<>();
  private final MathContext digits;
  private final BigDecimal small;

  private ComplexRoots(Polynomial p, int digits) {
    this.digits = new MathContext(digits);
    this.small = BigDecimal.ONE.movePointLeft(2 * digits - 10);
    for (Exact coefficient : p.coefficients()) {
      coefficients.add(coefficient.decimal(this.digits));
    }
  }

  /**
   * The roots.
   *
   * @param p 0 is no root of it, and no root is multiple
   * @param digits the decimal digits that are computed with
   */
  static List<BigComplex> of(Polynomial p, int digits) {
    ComplexRoots roots = new ComplexRoots(p, digits);
    return roots.iterated(start(p));
  }

  private List<BigComplex> iterated(List<BigComplex> start) {
    List<BigComplex> roots = new ArrayList<>(start);
    boolean[] isFound = new boolean[roots.size()];
    boolean changed = true;
    for (int iteration = 0; changed && iteration < MOST_ITERATIONS; iteration++) {
      changed = false;
      for (int i = 0; i < roots.size(); i++) {
        if (!isFound[i]) {
          BigComplex z = roots.get(i);
          BigComplex step = step(roots, i);
          roots.set(i, z.minus(step, digits));
          isFound[i] = step.square(digits).compareTo(z.square(digits).multiply(small, digits)) <= 0;
          changed = true;
        }
      }
    }
    return roots;
  }

  /** Newton's step, corrected for the other roots. */
  private BigComplex step(List<BigComplex> roots, int i) {
    BigComplex z = roots.get(i);
    BigComplex value = BigComplex.ZERO;
    BigComplex slope = BigComplex.ZERO;
    for (int power = coefficients.size() - 1; power >= 0; power--) {
      slope = slope.times(z, digits).plus(value, digits);
      value = value.times(z, digits).plus(BigComplex.real(coefficients.get(power)), digits);
    }
    if (value.isZero() || slope.isZero()) {
      return BigComplex.ZERO;
    }
    BigComplex newton = value.over(slope, digits);
    BigComplex sum = BigComplex.ZERO;
    for (int j = 0; j < roots.size(); j++) {
      BigComplex difference = z.minus(roots.get(j), digits);
      if (j != i && !difference.isZero()) {
        sum = sum.plus(BigComplex.ONE.over(difference, digits), digits);
      }
    }
    BigComplex divisor = BigComplex.ONE.minus(newton.times(sum, digits), digits);
    return divisor.isZero() ? newton : newton.over(divisor, digits);
  }

  /** Points on circles, whose radii are the slopes of the upper hull of log |a_k| over k. */
  private static List<BigComplex> start(Polynomial p) {
    List<BigComplex> points = new ArrayList<>();
    int from = 0;
    while (from < p.degree()) {
      int to = from + 1;
      for (int k = from + 1; k <= p.degree(); k++) {
        if (slope(p, from, k) >= slope(p, from, to)) {
          to = k;
        }
      }
      double exponent = -slope(p, from, to);
      BigDecimal radius =
          BigDecimal.valueOf(Math.pow(2, exponent - Math.floor(exponent)))
              .multiply(power((int) Math.floor(exponent)));
      for (int k = from; k < to; k++) {
        double angle = 2 * Math.PI * (k - from) / (to - from) + 0.7 + from;
        points.add(
            new BigComplex(
                radius.multiply(BigDecimal.valueOf(Math.cos(angle))),
                radius.multiply(BigDecimal.valueOf(Math.sin(angle)))));
      }
      from = to;
    }
    return points;
  }

  private static double slope(Polynomial p, int from, int to) {
    return p.coefficient(to).isZero()
        ? Double.NEGATIVE_INFINITY
        : (double) (p.coefficient(to).exponent() - p.coefficient(from).exponent()) / (to - from);
  }

  private static BigDecimal power(int exponent) {
    BigDecimal size = BigDecimal.valueOf(2).pow(Math.abs(exponent));
    return exponent < 0 ? BigDecimal.ONE.divide(size, MathContext.DECIMAL64) : size;
  }
}
