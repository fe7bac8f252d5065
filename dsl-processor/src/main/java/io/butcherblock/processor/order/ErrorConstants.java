package io.butcherblock.processor.order;

import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.model.Multistep;

/**
 * The constants C_q of the local error of y[n+1] = sum a_j y[n-j] + h sum b_j f[n-j], developed
 * about x_n: C_q = (1 - sum a_j (-j)^q) / q! - sum b_j (-j)^(q-1) / (q-1)!, with 0^0 = 1.
 */
public final class ErrorConstants {

  private ErrorConstants() {}

  /** C_q, q at least 0. */
  public static Exact of(Multistep scheme, int q) {
    Exact ofY = Exact.ONE;
    Exact ofF = Exact.ZERO;
    for (int j = 0; j < scheme.backValues(); j++) {
      ofY = ofY.minus(scheme.a(j).times(Exact.of(-j).pow(q)));
      if (q > 0) {
        ofF = ofF.plus(scheme.b(j).times(Exact.of(-j).pow(q - 1)));
      }
    }
    Exact constant = ofY.over(factorial(q));
    return q == 0 ? constant : constant.minus(ofF.over(factorial(q - 1)));
  }

  /** C_q in textbook letters. */
  public static String formula(int q) {
    return switch (q) {
      case 0 -> "1 - sum a_j";
      case 1 -> "1 + sum j a_j - sum b_j";
      default -> "(1 - sum a_j (-j)^%d)/%d! - sum b_j (-j)^%d/%d!".formatted(q, q, q - 1, q - 1);
    };
  }

  private static Exact factorial(int n) {
    Exact product = Exact.ONE;
    for (int i = 2; i <= n; i++) {
      product = product.times(Exact.of(i));
    }
    return product;
  }
}
