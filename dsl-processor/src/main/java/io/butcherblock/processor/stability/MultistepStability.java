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

  private MultistepStability() {}

  /**
   * The polynomial rho - z sigma and the intervals of stability; they are NaN where rho and sigma
   * share a root on the unit circle, or where it would take too long to find them.
   */
  public static Stability of(Multistep scheme) {
    if (scheme.predictor().isPresent()) {
      return PredictorCorrectorStability.of(scheme);
    }
    Polynomial rho = Characteristic.rho(scheme);
    Polynomial sigma = Characteristic.sigma(scheme);
    double real = Double.NaN;
    double imaginary = Double.NaN;
    boolean isKnown = true;
    try {
      Polynomial common = rho.gcd(sigma);
      if (VonNeumann.isSchur(common)) {
        RootLocus locus =
            new RootLocus(
                rho.dividedBy(common).quotient(), sigma.dividedBy(common).quotient(), new Work());
        real = locus.realInterval();
        imaginary = locus.imaginaryInterval();
      }
    } catch (TooMuchWork e) {
      real = Double.NaN;
      isKnown = false;
    }
    return new Stability(
        "rho(w) = " + rho.text("w") + ", sigma(w) = " + sigma.text("w"),
        List.of(rho.coefficients(), sigma.coefficients().stream().map(Exact::negate).toList()),
        real,
        imaginary,
        isKnown);
  }
}
