package io.butcherblock.metrics;

import java.util.Arrays;

/**
 * Structural similarity: Z. Wang, A. C. Bovik, H. R. Sheikh, E. P. Simoncelli, IEEE Transactions on
 * Image Processing 13(4), 2004, eq. (13), averaged over the image (eq. (17)), with the authors'
 * choices: Gaussian window of 11 x 11 with standard deviation 1.5, K1 = 0.01, K2 = 0.03, L = 255,
 * windows that lie wholly inside the image, no reduction of the image beforehand.
 *
 * <p>The window is a product of two one-dimensional ones, which are applied one after the other.
 */
final class Ssim {

  /** The side of the window: no image may be smaller. */
  static final int WINDOW = 11;

  private static final double SIGMA = 1.5;
  private static final double C1 = 0.01 * 255 * (0.01 * 255);
  private static final double C2 = 0.03 * 255 * (0.03 * 255);
  private static final double[] GAUSSIAN = gaussian();

  /** The five moments whose local means are needed: a, b, a a, b b, a b. */
  private static final int MOMENTS = 5;

  private Ssim() {}

  /** Takes the similarity of a window, by its upper left corner. */
  @FunctionalInterface
  private interface Windows {
    void add(int x, int y, double similarity);
  }

  /** The mean similarity of two planes of the same size, not smaller than the window. */
  static double mean(Plane a, Plane b) {
    double[] total = new double[1];
    compare(a, b, (x, y, similarity) -> total[0] += similarity);
    return total[0] / ((double) (a.width() - WINDOW + 1) * (a.height() - WINDOW + 1));
  }

  /**
   * The similarity at each pixel that is the middle of a window inside the planes, which are of the
   * same size and not smaller than the window; NaN at the others.
   */
  static double[] map(Plane a, Plane b) {
    double[] map = new double[a.width() * a.height()];
    Arrays.fill(map, Double.NaN);
    int middle = WINDOW / 2;
    compare(a, b, (x, y, similarity) -> map[(y + middle) * a.width() + x + middle] = similarity);
    return map;
  }

  private static void compare(Plane a, Plane b, Windows windows) {
    int width = a.width();
    double[][] sums = new double[MOMENTS][width];
    double[] local = new double[MOMENTS];
    for (int y = 0; y + WINDOW <= a.height(); y++) {
      sumRows(a, b, y, sums);
      for (int x = 0; x + WINDOW <= width; x++) {
        for (int m = 0; m < MOMENTS; m++) {
          local[m] = weightedSum(sums[m], x);
        }
        windows.add(x, y, similarity(local));
      }
    }
  }

  /** The window's rows summed, from row {@code y} on, for every column and moment. */
  private static void sumRows(Plane a, Plane b, int y, double[][] sums) {
    int width = a.width();
    for (double[] sum : sums) {
      Arrays.fill(sum, 0);
    }
    for (int k = 0; k < WINDOW; k++) {
      double w = GAUSSIAN[k];
      int row = (y + k) * width;
      for (int x = 0; x < width; x++) {
        double p = a.values()[row + x];
        double q = b.values()[row + x];
        sums[0][x] += w * p;
        sums[1][x] += w * q;
        sums[2][x] += w * p * p;
        sums[3][x] += w * q * q;
        sums[4][x] += w * p * q;
      }
    }
  }

  private static double weightedSum(double[] values, int from) {
    double sum = 0;
    for (int k = 0; k < WINDOW; k++) {
      sum += GAUSSIAN[k] * values[from + k];
    }
    return sum;
  }

  private static double similarity(double[] m) {
    double meanA = m[0];
    double meanB = m[1];
    double varianceA = m[2] - meanA * meanA;
    double varianceB = m[3] - meanB * meanB;
    double covariance = m[4] - meanA * meanB;
    return (2 * meanA * meanB + C1)
        * (2 * covariance + C2)
        / ((meanA * meanA + meanB * meanB + C1) * (varianceA + varianceB + C2));
  }

  private static double[] gaussian() {
    double[] window = new double[WINDOW];
    double sum = 0;
    for (int k = 0; k < WINDOW; k++) {
      double x = k - WINDOW / 2;
      window[k] = Math.exp(-x * x / (2 * SIGMA * SIGMA));
      sum += window[k];
    }
    for (int k = 0; k < WINDOW; k++) {
      window[k] /= sum;
    }
    return window;
  }
}
