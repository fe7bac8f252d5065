package io.butcherblock.processor.verify;

import io.butcherblock.processor.model.Multistep;
import io.butcherblock.processor.model.Stability;
import java.util.List;

/** The region of stability of a linear multistep scheme (Hairer, Wanner II, section V.1). */
final class MultistepStability {

  private MultistepStability() {}

  static Stability of(Multistep scheme) {
    Polynomial rho = Characteristic.rho(scheme);
    Polynomial sigma = Characteristic.sigma(scheme);
    return new Stability(
        "rho(w) = " + rho.text("w") + ", sigma(w) = " + sigma.text("w"),
        List.of(rho.coefficients(), sigma.coefficients().stream().map(c -> c.negate()).toList()),
        Double.NaN,
        Double.NaN);
  }
}
