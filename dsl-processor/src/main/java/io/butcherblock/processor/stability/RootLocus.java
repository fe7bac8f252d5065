package io.butcherblock.processor.stability;

import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.polynomial.Polynomial;
import io.butcherblock.processor.polynomial.RealRoots;
import io.butcherblock.processor.polynomial.RealRoots.IsolatingInterval;
import io.butcherblock.processor.polynomial.VonNeumann;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * Where the roots of rho - z sigma leave the unit circle as z leaves 0 along an axis. They can only
 * at points of the root locus curve z(t) = rho(e^(it)) / sigma(e^(it)) (Hairer, Wanner II, section
 * V.1) on that axis. Those are found as roots of a polynomial in c = cos t; between two of them the
 * root condition is the same everywhere, and is decided exactly at one rational point.
 */
final class RootLocus {

  private static final Polynomial ENDS =
      new Polynomial(List.of(Exact.ONE, Exact.ZERO, Exact.of(-1)));
  private static final Exact PRECISION = Exact.of(1, 1L << 60);

  /** Points of the curve nearer than this are one. */
  private static final double SAME = 1e-9;

  private final Polynomial rho;
  private final Polynomial sigma;
  private final Polynomial rhoSquare;
  private final Polynomial sigmaSquare;
  private final Polynomial real;
  private final Polynomial imaginary;

  /** The curve of two polynomials without common root. */
  RootLocus(Polynomial rho, Polynomial sigma) {
    CosinePolynomials circle = new CosinePolynomials(rho.degree());
    this.rho = rho;
    this.sigma = sigma;
    rhoSquare = circle.real(rho, rho);
    sigmaSquare = circle.real(sigma, sigma);
    real = circle.real(rho, sigma);
    imaginary = circle.imaginary(rho, sigma);
  }

  /** The largest r such that the scheme is stable on (-r, 0], but for single points at most. */
  double realInterval() {
    // rho / sigma is real where Im rho conj(sigma) = 0, and is Re rho conj(sigma) / |sigma|^2.
    Polynomial distance = real.times(Exact.of(-1));
    return end(
        crossings(ENDS.times(imaginary), distance, sigmaSquare), x -> rho.plus(sigma.times(x)));
  }

  /** The largest r such that the scheme is stable on (-ir, ir), but for single points at most. */
  double imaginaryInterval() {
    // The roots of rho^2 + y^2 sigma^2 are those of rho - iy sigma and their conjugates.
    Polynomial rho2 = rho.times(rho);
    Polynomial sigma2 = sigma.times(sigma);
    return Math.sqrt(
        end(crossings(real, rhoSquare, sigmaSquare), y2 -> rho2.plus(sigma2.times(y2))));
  }

  /**
   * The positive values of {@code numerator / denominator}, in rising order, where the curve meets
   * the axis; if it lies on the axis, where it turns.
   */
  private static List<Double> crossings(
      Polynomial meets, Polynomial numerator, Polynomial denominator) {
    Polynomial at =
        meets.isZero()
            ? ENDS.times(
                numerator
                    .derivative()
                    .times(denominator)
                    .minus(numerator.times(denominator.derivative())))
            : meets;
    // The curve is at 0 or at infinity where one of them vanishes.
    Polynomial finite = without(without(at, numerator), denominator);
    RealRoots roots = new RealRoots(finite);
    List<Double> values = new ArrayList<>();
    // Bisection of (-3, 1] meets -1 itself.
    for (IsolatingInterval root : roots.in(Exact.of(-3), Exact.ONE)) {
      IsolatingInterval narrow = roots.narrowed(root, PRECISION);
      Exact c = finite.at(narrow.high()).isZero() ? narrow.high() : narrow.middle();
      if (c.compareTo(Exact.of(-1)) >= 0) {
        values.add(numerator.at(c).over(denominator.at(c)).doubleValue());
      }
    }
    return values.stream().filter(value -> value > 0).sorted().toList();
  }

  private static Polynomial without(Polynomial p, Polynomial roots) {
    Polynomial rest = p;
    Polynomial common = rest.gcd(roots);
    while (common.degree() > 0) {
      rest = rest.dividedBy(common).quotient();
      common = rest.gcd(roots);
    }
    return rest;
  }

  private static double end(List<Double> crossings, Function<Exact, Polynomial> polynomial) {
    double last = 0;
    for (double crossing : crossings) {
      if (crossing - last > SAME * crossing) {
        if (!isStable(polynomial, between(last, crossing))) {
          return last;
        }
        last = crossing;
      }
    }
    return isStable(polynomial, Math.ceil(last + 1)) ? Double.POSITIVE_INFINITY : last;
  }

  /** A number near the middle that has few binary digits, which keeps exact arithmetic short. */
  private static double between(double low, double high) {
    double unit = Math.scalb(1.0, Math.getExponent(high - low) - 2);
    return Math.rint((low + high) / 2 / unit) * unit;
  }

  private static boolean isStable(Function<Exact, Polynomial> polynomial, double at) {
    return VonNeumann.isSimple(polynomial.apply(Exact.of(BigFraction.from(at))));
  }
}
