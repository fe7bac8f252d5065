package io.butcherblock.stability;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Zero-stability in doubles, of one recurrence repeated without end. */
public final class RootCondition {

  private RootCondition() {}

  /**
   * The largest modulus of the roots of rho without the one that is nearest to 1, which consistency
   * wants at 1; 0 if there is no other.
   *
   * @param rho real coefficients from that of the power 0, the last of them 1
   */
  public static double largestParasitic(double[] rho) {
    // A root at 0 that is multiple would be found to a few digits only.
    int zeros = 0;
    while (rho[zeros] == 0) {
      zeros++;
    }
    Complex[] coefficients =
        Arrays.stream(rho).skip(zeros).mapToObj(c -> new Complex(c, 0)).toArray(Complex[]::new);
    List<Complex> roots = new ArrayList<>(new ComplexPolynomial(coefficients).roots());
    roots.stream()
        .min(Comparator.comparingDouble(root -> root.distance(Complex.ONE)))
        .ifPresent(roots::remove);
    return roots.stream().mapToDouble(Complex::modulus).max().orElse(0);
  }
}
