package io.butcherblock.stability;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The region of absolute stability of a scheme: all z = h lambda for which the roots w of its
 * stability polynomial p(z, w) lie in the closed unit disc, those on its rim simple (Hairer,
 * Wanner, Solving Ordinary Differential Equations II, sections IV.2 and V.1).
 *
 * <p>Its boundary is part of the root locus, where a root w lies on the rim. It is found by solving
 * p(z, w) = 0 for z.
 */
public final class StabilityRegion {

  /** Steps of the angle of w, from 0 to pi; the rest is the mirror image. */
  private static final int STEPS = 4096;

  /** Less where z takes an iteration. */
  private static final int COARSE_STEPS = 256;

  private static final double ROUNDING = 1e-9;
  private static final double ON_THE_RIM = 1e-7;

  /** Points a side among which one of the interior is looked for. */
  private static final int SEARCH = 96;

  /** The real coefficient of z^m w^j at place [m][j], rows of equal length. */
  private final double[][] polynomial;

  private final List<List<Complex>> locus;
  private final List<List<Complex>> boundary;

  /**
   * A region.
   *
   * @param polynomial the coefficient of z^m w^j at place [m][j]
   */
  public StabilityRegion(List<List<Double>> polynomial) {
    int powers = polynomial.stream().mapToInt(List::size).max().orElse(0);
    this.polynomial =
        polynomial.stream()
            .map(row -> Arrays.copyOf(row.stream().mapToDouble(c -> c).toArray(), powers))
            .toArray(double[][]::new);
    int steps = polynomial.size() == 2 ? STEPS : COARSE_STEPS;
    Branches onLocus = new Branches();
    Branches onBoundary = new Branches();
    for (int step = 0; step <= steps; step++) {
      Complex w = Complex.polar(1, Math.PI * step / steps);
      List<Complex> roots = inZ(w).roots().stream().filter(Complex::isFinite).toList();
      onLocus.continueWith(roots);
      onBoundary.continueWith(
          roots.stream()
              .filter(z -> inW(z).withoutRoot(w).hasRootsWithin(1 + ON_THE_RIM))
              .toList());
    }
    locus = withMirrorImages(onLocus.curves());
    boundary = withMirrorImages(onBoundary.curves());
  }

  /** The coefficients are real, so that conj w has the roots conj z. */
  private static List<List<Complex>> withMirrorImages(List<List<Complex>> curves) {
    return curves.stream()
        .flatMap(curve -> Stream.of(curve, curve.stream().map(Complex::conjugate).toList()))
        .toList();
  }

  /**
   * The set where a stability function R of a one-step scheme is smaller than 1; quicker to make
   * than a region, and without its boundary.
   *
   * @param r the coefficients of R from that of the power 0
   */
  public static Predicate<Complex> where(double[] r) {
    ComplexPolynomial polynomial =
        new ComplexPolynomial(
            Arrays.stream(r).mapToObj(c -> new Complex(c, 0)).toArray(Complex[]::new));
    return z -> polynomial.at(z).norm() < 1 - ROUNDING;
  }

  /** Whether all roots w are smaller than 1. */
  public boolean contains(Complex z) {
    return inW(z).hasRootsWithin(1 - ROUNDING);
  }

  /** Points of the boundary, dense. */
  public List<Complex> boundary() {
    return boundary.stream().flatMap(List::stream).toList();
  }

  /** The boundary as curves, each in the order of the angle of w. */
  public List<List<Complex>> boundaryCurves() {
    return boundary;
  }

  /** Whether a step uses more than one value before it. */
  public boolean isMultistep() {
    return polynomial[0].length > 2;
  }

  /** The root locus of a multistep scheme as curves, which may pass through infinity. */
  public List<List<Complex>> locus() {
    return locus;
  }

  /** The least extent that holds the region. */
  public Extent extent() {
    return Extent.of(boundary());
  }

  /** Whether the region is more than a curve or a point. */
  public boolean hasInterior() {
    Extent extent = extent();
    for (int i = 0; i < SEARCH; i++) {
      for (int j = 0; j < SEARCH; j++) {
        double re = extent.left() + extent.width() * (i + 0.5) / SEARCH;
        double im = extent.top() * (j + 0.5) / SEARCH;
        if (contains(new Complex(re, im))) {
          return true;
        }
      }
    }
    return false;
  }

  private ComplexPolynomial inW(Complex z) {
    Complex[] coefficients = new Complex[polynomial[0].length];
    for (int j = 0; j < coefficients.length; j++) {
      Complex[] column = new Complex[polynomial.length];
      for (int m = 0; m < column.length; m++) {
        column[m] = new Complex(polynomial[m][j], 0);
      }
      coefficients[j] = new ComplexPolynomial(column).at(z);
    }
    return new ComplexPolynomial(coefficients);
  }

  private ComplexPolynomial inZ(Complex w) {
    Complex[] coefficients = new Complex[polynomial.length];
    for (int m = 0; m < coefficients.length; m++) {
      coefficients[m] =
          new ComplexPolynomial(
                  Arrays.stream(polynomial[m])
                      .mapToObj(c -> new Complex(c, 0))
                      .toArray(Complex[]::new))
              .at(w);
    }
    return new ComplexPolynomial(coefficients);
  }
}
