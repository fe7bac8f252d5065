package io.butcherblock.ablation;

import org.hipparchus.stat.inference.TTest;

/**
 * Student's t-test of pairs, two-sided: whether the mean of the differences is 0 (Rice,
 * Mathematical Statistics and Data Analysis, 3rd ed., section 11.3.1).
 *
 * @param difference the mean of first minus second, and its spread over the pairs
 * @param p how likely a mean so far from 0 is where there is no difference
 */
public record PairedTest(Spread difference, double t, double p) {

  /** Fewer pairs say next to nothing of their spread. */
  static final int FEWEST_PAIRS = 3;

  static PairedTest of(double[] first, double[] second) {
    double[] differences = new double[first.length];
    for (int i = 0; i < first.length; i++) {
      differences[i] = first[i] - second[i];
    }
    Spread difference = Spread.of(differences);
    if (difference.deviation() == 0) {
      // The quotient that the library would form is 0 / 0 or infinite.
      return difference.mean() == 0
          ? new PairedTest(difference, 0, 1)
          : new PairedTest(difference, Math.copySign(1 / 0.0, difference.mean()), 0);
    }
    TTest test = new TTest();
    return new PairedTest(difference, test.pairedT(first, second), test.pairedTTest(first, second));
  }
}
