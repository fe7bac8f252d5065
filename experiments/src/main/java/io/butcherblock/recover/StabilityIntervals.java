package io.butcherblock.recover;

/**
 * How far a scheme is stable along both axes, from its stability function R in doubles.
 *
 * <p>Whether |R| grows beyond 1 right at 0 is told by the first coefficient of |R|^2 - 1 that is
 * not 0. One that rounding to single precision explains counts as 0: the textbook's coefficients
 * would otherwise have no interval once they are stored as weights.
 *
 * @param real the largest r with |R| at most 1 on [-r, 0]
 * @param imaginary the largest r with |R| at most 1 on [-ir, ir]
 */
public record StabilityIntervals(double real, double imaginary) {

  /** Explained by rounding to single precision, relative to what was summed. */
  private static final double ROUNDING = 1e-6;

  private static final double FIRST = 1e-3;
  private static final double LAST = 1e4;
  private static final double RATIO = 1.0005;
  private static final int BISECTIONS = 60;

  /**
   * Finds both.
   *
   * @param r the coefficients of R from that of the power 0
   */
  public static StabilityIntervals of(double[] r) {
    return new StabilityIntervals(end(r, true), end(r, false));
  }

  /** |R(-x)| or |R(ix)|. */
  static double modulus(double[] r, double x, boolean real) {
    double even = 0;
    double odd = 0;
    double power = 1;
    for (int k = 0; k < r.length; k++) {
      // (-1)^k, or i^k without the factor i of the odd ones.
      boolean isNegative = real ? k % 2 == 1 : k % 4 >= 2;
      double term = (isNegative ? -r[k] : r[k]) * power;
      if (k % 2 == 0) {
        even += term;
      } else {
        odd += term;
      }
      power *= x;
    }
    return real ? Math.abs(even + odd) : Math.hypot(even, odd);
  }

  private static double end(double[] r, boolean real) {
    if (growsAtZero(r, real)) {
      return 0;
    }
    double stable = 0;
    for (double x = FIRST; x < LAST; x *= RATIO) {
      double modulus = modulus(r, x, real);
      // Also where it is not a number.
      if (!(modulus <= 1 + ROUNDING)) {
        return crossing(r, real, stable, x);
      }
      if (modulus <= 1) {
        stable = x;
      }
    }
    return Double.POSITIVE_INFINITY;
  }

  private static double crossing(double[] r, boolean real, double stable, double unstable) {
    double low = stable;
    double high = unstable;
    for (int i = 0; i < BISECTIONS; i++) {
      double middle = (low + high) / 2;
      if (modulus(r, middle, real) <= 1) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Whether the first coefficient of |R|^2 - 1, in x or in its square, is above 0. */
  private static boolean growsAtZero(double[] r, boolean real) {
    int step = real ? 1 : 2;
    for (int power = 0; power <= 2 * (r.length - 1); power += step) {
      double sum = power == 0 ? -1 : 0;
      double size = Math.abs(sum);
      for (int k = Math.max(0, power - r.length + 1); k <= Math.min(power, r.length - 1); k++) {
        double product = r[k] * r[power - k];
        // The sign of i^k conj(i^(power - k)), or of (-1)^power.
        boolean isNegative = real ? power % 2 == 1 : Math.floorMod(2 * k - power, 4) == 2;
        sum += isNegative ? -product : product;
        size += Math.abs(product);
      }
      if (Double.isNaN(sum) || Math.abs(sum) > ROUNDING * size) {
        return !(sum < 0);
      }
    }
    return false;
  }
}
