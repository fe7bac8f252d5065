package io.butcherblock.processor.stability;

import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.exact.Interval;
import io.butcherblock.processor.exact.Work;
import io.butcherblock.processor.polynomial.Polynomial;
import io.butcherblock.processor.polynomial.RealRoots;
import io.butcherblock.processor.polynomial.VonNeumann;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Where the roots of rho - z sigma leave the unit circle as z leaves 0 along an axis. They can only
 * at points of the root locus curve z(t) = rho(e^(it)) / sigma(e^(it)) (Hairer, Wanner II, section
 * V.1) on that axis. Those are found as roots of a polynomial in c = cos t; between two of them the
 * root condition is the same everywhere, and is decided exactly at one rational point.
 */
final class RootLocus {

  private static final Polynomial ENDS =
      new Polynomial(List.of(Exact.ONE, Exact.ZERO, Exact.of(-1)));
  private static final List<Exact> END_POINTS = List.of(Exact.of(-1), Exact.ONE);

  /** Bits of a root that are asked for; the value of the curve there has some fewer. */
  private static final int ACCURACY = 128;

  private final Polynomial rho;
  private final Polynomial sigma;
  private final Polynomial rhoSquare;
  private final Polynomial sigmaSquare;
  private final Polynomial real;
  private final Polynomial imaginary;
  private final Work work;

  /** The curve of two polynomials without common root. */
  RootLocus(Polynomial first, Polynomial second, Work work) {
    BigInteger common = first.commonDenominator().multiply(second.commonDenominator());
    this.rho = first.times(Exact.ONE.times(common));
    this.sigma = second.times(Exact.ONE.times(common));
    this.work = work;
    work.spend(20.0 * rho.degree() * rho.degree(), Math.max(rho.bitLength(), sigma.bitLength()));
    CosinePolynomials circle = new CosinePolynomials(rho.degree());
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
   * The values of {@code numerator / denominator}, in rising order, where the curve meets the axis;
   * if it lies on the axis, where it turns.
   */
  private List<Double> crossings(Polynomial meets, Polynomial numerator, Polynomial denominator) {
    Polynomial at =
        meets.isZero()
            ? ENDS.times(
                numerator
                    .derivative()
                    .times(denominator)
                    .minus(numerator.times(denominator.derivative())))
            : meets;
    // The curve is at 0 or at infinity where one of them vanishes.
    Polynomial finite = without(without(at, numerator), denominator).squareFree();
    List<Exact> cosines = new ArrayList<>();
    for (Exact end : END_POINTS) {
      if (finite.at(end).isZero()) {
        cosines.add(end);
        finite = finite.dividedBy(new Polynomial(List.of(end.negate(), Exact.ONE))).quotient();
      }
    }
    new RealRoots(finite, Exact.of(-1), Exact.ONE, work)
        .fractions(ACCURACY).stream()
            .map(Interval::middle)
            .map(t -> t.plus(t).minus(Exact.ONE))
            .forEach(cosines::add);
    return cosines.stream()
        .map(c -> numerator.at(c).over(denominator.at(c)).doubleValue())
        .sorted()
        .toList();
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

  private double end(List<Double> crossings, Function<Exact, Polynomial> polynomial) {
    return AxisEnd.of(crossings, at -> VonNeumann.isSimple(polynomial.apply(at), work));
  }
}
