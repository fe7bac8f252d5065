package io.butcherblock.processor.verify;

import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.exact.ShortText;
import io.butcherblock.processor.exact.TooMuchWork;
import io.butcherblock.processor.model.Multistep;
import io.butcherblock.processor.polynomial.Polynomial;
import io.butcherblock.processor.stability.Characteristic;
import java.util.Optional;

/**
 * A recurrence without the common factor of its rho and sigma.
 *
 * @param factor the common factor, of degree 1 at least
 * @param field f with the step size as it stands before it: {@code h f}
 */
record ReducedRecurrence(Polynomial factor, Polynomial rho, Polynomial sigma, String field) {

  /** Empty where there is no common factor, or where it would take long to tell. */
  static Optional<ReducedRecurrence> of(Multistep scheme) {
    Polynomial rho = Characteristic.rho(scheme);
    Polynomial sigma = Characteristic.sigma(scheme);
    Polynomial factor = commonFactor(rho, sigma);
    return factor.degree() < 1
        ? Optional.empty()
        : Optional.of(
            new ReducedRecurrence(
                factor,
                rho.dividedBy(factor).quotient(),
                sigma.dividedBy(factor).quotient(),
                scheme.isSecondOrder() ? "h^2 f" : "h f"));
  }

  private static Polynomial commonFactor(Polynomial rho, Polynomial sigma) {
    try {
      return rho.gcd(sigma);
    } catch (TooMuchWork e) {
      return Polynomial.ONE;
    }
  }

  /** As a recurrence is written: {@code y[n+1] = y[n] + h f[n]}. */
  String text() {
    int k = rho.degree();
    StringBuilder text = new StringBuilder();
    for (int j = 0; j < k; j++) {
      add(rho.coefficient(k - 1 - j).negate(), "y", j, text);
    }
    for (int j = 0; j < k; j++) {
      add(sigma.coefficient(k - 1 - j), field, j, text);
    }
    return "y[n+1] = " + text;
  }

  private static void add(Exact coefficient, String of, int back, StringBuilder text) {
    if (coefficient.isZero()) {
      return;
    }
    boolean negative = coefficient.signum() < 0;
    text.append(text.isEmpty() ? negative ? "-" : "" : negative ? " - " : " + ");
    Exact size = coefficient.abs();
    if (!size.isOne()) {
      String number = ShortText.entry(size);
      text.append(size.isSum() ? "(" + number + ")" : number).append(' ');
    }
    text.append(of).append(back == 0 ? "[n]" : "[n-" + back + "]");
  }
}
