package io.butcherblock.processor.stability;

import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.model.Multistep;
import io.butcherblock.processor.polynomial.Polynomial;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

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

  /**
   * Whether the recurrence with -h runs back over the same values: rho(z) = -z^k rho(1/z), without
   * the sign of a scheme for y'' = f(y), and sigma(z) = z^k sigma(1/z) (Hairer, Lubich, Wanner,
   * Geometric Numerical Integration, sections XV.1 and XV.3).
   */
  public static boolean isSymmetric(Multistep scheme) {
    int k = scheme.backValues();
    Polynomial rho = rho(scheme);
    Polynomial sigma = sigma(scheme);
    return IntStream.rangeClosed(0, k)
        .allMatch(
            i -> {
              Exact opposite = rho.coefficient(k - i);
              return rho.coefficient(i)
                      .equals(scheme.isSecondOrder() ? opposite : opposite.negate())
                  && sigma.coefficient(i).equals(sigma.coefficient(k - i));
            });
  }

  /** sigma(z) = sum b_j z^(k-1-j). */
  public static Polynomial sigma(Multistep scheme) {
    int k = scheme.backValues();
    Exact[] coefficients = new Exact[k];
    Arrays.setAll(coefficients, i -> scheme.b(k - 1 - i));
    return new Polynomial(List.of(coefficients));
  }
}
