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
    List<Complex> roots = new ArrayList<>(roots(rho));
    roots.stream()
        .min(Comparator.comparingDouble(root -> root.distance(Complex.ONE)))
        .ifPresent(roots::remove);
    return largest(roots);
  }

  /**
   * The largest modulus of all roots of rho, as of a scheme for y'' = f(y), where consistency wants
   * two of them at 1, and training moves them apart.
   *
   * @param rho real coefficients from that of the power 0, the last of them 1
   */
  public static double largest(double[] rho) {
    return largest(roots(rho));
  }

  private static double largest(List<Complex> roots) {
    return roots.stream().mapToDouble(Complex::modulus).max().orElse(0);
  }

  private static List<Complex> roots(double[] rho) {
    // A root at 0 that is multiple would be found to a few digits only.
    int zeros = 0;
    while (rho[zeros] == 0) {
      zeros++;
    }
    Complex[] coefficients =
        Arrays.stream(rho).skip(zeros).mapToObj(c -> new Complex(c, 0)).toArray(Complex[]::new);
    return new ComplexPolynomial(coefficients).roots();
  }
}
