package io.butcherblock.processor.stability;

import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.exact.TooMuchWork;
import io.butcherblock.processor.exact.Work;
import io.butcherblock.processor.model.SeparableScheme;
import io.butcherblock.processor.model.Stability;
import io.butcherblock.processor.model.Tolerance;
import io.butcherblock.processor.polynomial.Polynomial;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * For which z = h lambda a partitioned scheme integrates p' = lambda q, q' = lambda p without
 * growth. For lambda = i omega this is the harmonic oscillator; the eigenvalues are lambda and
 * -lambda, so that no scheme is stable on a real interval.
 */
public final class PartitionedStability {

  private PartitionedStability() {}

  /**
   * The polynomial w^2 - T(z) w + D(z), T and D being trace and determinant of the step, and the
   * interval on the imaginary axis.
   *
   * @param scheme its evaluations can be made one after the other
   * @param tolerance where that of the step without error is so near, T = e^z + e^-z and D = 1, it
   *     is what the coefficients stand for
   */
  public static Stability of(SeparableScheme scheme, Tolerance tolerance) {
    try {
      Work work = new Work();
      StepMatrix.spend(scheme, work);
      return of(new StepMatrix(scheme), tolerance, work);
    } catch (TooMuchWork e) {
      // For a drawing and no proof.
      StepMatrix rounded = new StepMatrix(scheme.map(StabilityFunction::rounded));
      return of(trace(rounded, tolerance), determinant(rounded, tolerance), Double.NaN);
    }
  }

  private static Stability of(StepMatrix matrix, Tolerance tolerance, Work work) {
    Polynomial trace = trace(matrix, tolerance);
    Polynomial determinant = determinant(matrix, tolerance);
    double imaginary = Double.NaN;
    try {
      imaginary = imaginary(trace, determinant, work);
    } catch (TooMuchWork e) {
      imaginary = Double.NaN;
    }
    return of(trace, determinant, imaginary);
  }

  private static Polynomial trace(StepMatrix matrix, Tolerance tolerance) {
    return StabilityFunction.meant(
        matrix.trace(),
        tolerance,
        power ->
            power % 2 == 0 ? Exact.of(2).over(StabilityFunction.factorial(power)) : Exact.ZERO);
  }

  private static Polynomial determinant(StepMatrix matrix, Tolerance tolerance) {
    return StabilityFunction.meant(
        matrix.determinant(), tolerance, power -> power == 0 ? Exact.ONE : Exact.ZERO);
  }

  private static Stability of(Polynomial trace, Polynomial determinant, double imaginary) {
    return new Stability(
        "w^2 - T(z) w + D(z), T(z) = " + trace + ", D(z) = " + determinant,
        rows(trace, determinant),
        0,
        imaginary,
        !Double.isNaN(imaginary));
  }

  /** The coefficient of z^m w^j at [m][j]. */
  private static List<List<Exact>> rows(Polynomial trace, Polynomial determinant) {
    int highest = Math.max(trace.degree(), determinant.degree());
    return IntStream.rangeClosed(0, Math.max(0, highest))
        .mapToObj(
            m ->
                List.of(
                    determinant.coefficient(m),
                    trace.coefficient(m).negate(),
                    m == 0 ? Exact.ONE : Exact.ZERO))
        .toList();
  }

  /** The roots w lie in the unit disc while 1 - D, 1 + D - T and 1 + D + T are not negative. */
  private static double imaginary(Polynomial trace, Polynomial determinant, Work work) {
    Polynomial t = onAxis(trace);
    Polynomial d = onAxis(determinant);
    double end = Double.POSITIVE_INFINITY;
    for (Polynomial each :
        List.of(
            Polynomial.ONE.minus(d),
            Polynomial.ONE.plus(d).minus(t),
            Polynomial.ONE.plus(d).plus(t))) {
      end = Math.min(end, StabilityInterval.end(each, work));
    }
    return Math.sqrt(end);
  }

  /** p(iy) as a polynomial in y^2; T and D are even in z, as p and q take turns. */
  private static Polynomial onAxis(Polynomial p) {
    List<Exact> coefficients = new ArrayList<>();
    for (int power = 0; power <= p.degree(); power += 2) {
      Exact c = p.coefficient(power);
      coefficients.add(power % 4 == 0 ? c : c.negate());
    }
    return new Polynomial(coefficients);
  }
}
