package io.butcherblock.processor.stability;

import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.model.Multistep;
import io.butcherblock.processor.polynomial.Polynomial;
import java.util.Arrays;
import java.util.List;

/** The characteristic polynomials of a linear multistep scheme with k back values. */
public final class Characteristic {

  private Characteristic() {}

  /** rho(z) = z^k - sum a_j z^(k-1-j). */
  public static Polynomial rho(Multistep scheme) {
    int k = scheme.backValues();
    Exact[] coefficients = new Exact[k + 1];
    Arrays.setAll(coefficients, i -> i == k ? Exact.ONE : scheme.a(k - 1 - i).negate());
    return new Polynomial(List.of(coefficients));
  }

  /** sigma(z) = sum b_j z^(k-1-j). */
  public static Polynomial sigma(Multistep scheme) {
    int k = scheme.backValues();
    Exact[] coefficients = new Exact[k];
    Arrays.setAll(coefficients, i -> scheme.b(k - 1 - i));
    return new Polynomial(List.of(coefficients));
  }
}
