package io.butcherblock.processor.stability;

import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.exact.TooMuchWork;
import io.butcherblock.processor.exact.Work;
import io.butcherblock.processor.model.Multistep;
import io.butcherblock.processor.model.Stability;
import io.butcherblock.processor.polynomial.Polynomial;
import io.butcherblock.processor.polynomial.VonNeumann;
import java.util.List;

/** The region of stability of a linear multistep scheme (Hairer, Wanner II, section V.1). */
public final class MultistepStability {

  private static final List<Exact> NONE = List.of();

  private MultistepStability() {}

  /**
   * The polynomial rho - z sigma, without a common factor of both, and the intervals of stability;
   * they are NaN where rho and sigma share a root on the unit circle, or where it would take too
   * long to find them. Roots of a common factor do not depend on z: a drawing could not tell those
   * on the unit circle from growth.
   *
   * <p>Of y'' = f(y) it is rho - z^2 sigma, for y'' = lambda^2 y, whose solutions for lambda = i
   * omega are oscillations, and whose interval on the imaginary axis is that of periodicity where
   * all roots stay on the unit circle (J. D. Lambert, I. A. Watson, J. Inst. Maths Applics 18,
   * 1976, 189-202). One of the solutions for a real lambda grows, so that there is no real
   * interval.
   */
  public static Stability of(Multistep scheme) {
    if (scheme.predictor().isPresent()) {
      return PredictorCorrectorStability.of(scheme);
    }
    Polynomial rho = Characteristic.rho(scheme);
    Polynomial sigma = Characteristic.sigma(scheme);
    Polynomial reducedRho = rho;
    Polynomial reducedSigma = sigma;
    double real = Double.NaN;
    double imaginary = Double.NaN;
    boolean isKnown = true;
    try {
      Polynomial common = rho.gcd(sigma);
      reducedRho = rho.dividedBy(common).quotient();
      reducedSigma = sigma.dividedBy(common).quotient();
      if (VonNeumann.isSchur(common)) {
        RootLocus locus = new RootLocus(reducedRho, reducedSigma, new Work());
        real = scheme.isSecondOrder() ? 0 : locus.realInterval();
        imaginary =
            scheme.isSecondOrder() ? Math.sqrt(locus.realInterval()) : locus.imaginaryInterval();
      }
    } catch (TooMuchWork e) {
      real = Double.NaN;
      isKnown = false;
    }
    String formula = "rho(w) = " + rho.text("w") + ", sigma(w) = " + sigma.text("w");
    List<Exact> first = reducedRho.coefficients();
    List<Exact> last = reducedSigma.coefficients().stream().map(Exact::negate).toList();
    return scheme.isSecondOrder()
        ? new Stability(
            formula + ", p = rho(w) - z^2 sigma(w) of y'' = lambda^2 y",
            List.of(first, NONE, last),
            real,
            imaginary,
            isKnown)
        : new Stability(formula, List.of(first, last), real, imaginary, isKnown);
  }
}
