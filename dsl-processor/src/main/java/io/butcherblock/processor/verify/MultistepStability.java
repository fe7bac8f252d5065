package io.butcherblock.processor.verify;

import io.butcherblock.processor.model.Exact;
import io.butcherblock.processor.model.Multistep;
import io.butcherblock.processor.model.Stability;
import java.util.List;

/** The region of stability of a linear multistep scheme (Hairer, Wanner II, section V.1). */
final class MultistepStability {

  private MultistepStability() {}

  /**
   * The polynomial rho - z sigma and the intervals of stability; they are NaN where rho and sigma
   * share a root on the unit circle, or where it would take too long to find them.
   */
  static Stability of(Multistep scheme) {
    Polynomial rho = Characteristic.rho(scheme);
    Polynomial sigma = Characteristic.sigma(scheme);
    Polynomial common = rho.gcd(sigma);
    RootLocus locus =
        new RootLocus(rho.dividedBy(common).quotient(), sigma.dividedBy(common).quotient());
    boolean decided =
        VonNeumann.isSchur(common)
            && 2 * rho.degree() <= Polynomial.highestDegree(rho.plus(sigma).squareRoots());
    return new Stability(
        "rho(w) = " + rho.text("w") + ", sigma(w) = " + sigma.text("w"),
        List.of(rho.coefficients(), sigma.coefficients().stream().map(Exact::negate).toList()),
        decided ? locus.realInterval() : Double.NaN,
        decided ? locus.imaginaryInterval() : Double.NaN);
  }
}
