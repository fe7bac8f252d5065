package io.butcherblock.degrade;

import java.util.Arrays;

/**
 * Blur and downscaling along one axis, as one filter: new sample {@code i} is the sum over {@code
 * k} of {@code weights[k]} times old sample {@code scale * i + first + k}. The weights are
 * symmetric about the middle of the new pixel, {@code scale * i + (scale - 1) / 2}, so that nothing
 * is shifted, and sum to 1.
 *
 * @param scale how many times smaller
 * @param first where the filter begins, at most 0
 */
// An array in a record: filters live inside one call and are never compared.
@SuppressWarnings("ArrayRecordComponent")
record DownscalingFilter(int scale, int first, double[] weights) {

  /** Standard deviations after which a Gaussian is cut off. */
  private static final double CUT = 3;

  /**
   * A filter.
   *
   * @param sigma the standard deviation of the blur, in pixels of the original; 0 for none
   */
  static DownscalingFilter of(DownscalingKernel kernel, double sigma, int scale) {
    double middle = (scale - 1) / 2.0;
    int radius = (int) Math.ceil(CUT * sigma);
    int from = (int) Math.floor(middle - kernel.reach(scale));
    int taps = scale - 2 * from;
    double[] resize = new double[taps];
    for (int k = 0; k < taps; k++) {
      resize[k] = kernel.weight(from + k - middle, scale);
    }
    double[] weights = new double[taps + 2 * radius];
    for (int j = -radius; j <= radius; j++) {
      double blur = sigma == 0 ? 1 : StrictMath.exp(-j * j / (2 * sigma * sigma));
      for (int k = 0; k < taps; k++) {
        weights[k + j + radius] += blur * resize[k];
      }
    }
    double sum = 0;
    for (double weight : weights) {
      sum += weight;
    }
    for (int k = 0; k < weights.length; k++) {
      weights[k] /= sum;
    }
    return new DownscalingFilter(scale, from - radius, weights);
  }

  /**
   * Filters the columns of planes.
   *
   * @param in planes [n, rows, width]
   * @param before how many old rows come before the one that new row 0 begins with
   * @param count the number of new rows
   * @return planes [n, count, width]
   */
  float[] alongColumns(float[] in, int n, int width, int before, int count) {
    int rows = in.length / (n * width);
    float[] out = new float[n * count * width];
    double[] sums = new double[width];
    for (int plane = 0; plane < n; plane++) {
      for (int i = 0; i < count; i++) {
        Arrays.fill(sums, 0);
        for (int k = 0; k < weights.length; k++) {
          int from = (plane * rows + before + scale * i + first + k) * width;
          for (int x = 0; x < width; x++) {
            sums[x] += weights[k] * in[from + x];
          }
        }
        int to = (plane * count + i) * width;
        for (int x = 0; x < width; x++) {
          out[to + x] = (float) sums[x];
        }
      }
    }
    return out;
  }

  /**
   * Filters the rows of planes, likewise.
   *
   * @param in planes [rows, width], of however many planes
   * @return planes [rows, count]
   */
  float[] alongRows(float[] in, int width, int before, int count) {
    int rows = in.length / width;
    float[] out = new float[rows * count];
    for (int y = 0; y < rows; y++) {
      for (int i = 0; i < count; i++) {
        int from = y * width + before + scale * i + first;
        double sum = 0;
        for (int k = 0; k < weights.length; k++) {
          sum += weights[k] * in[from + k];
        }
        out[y * count + i] = (float) sum;
      }
    }
    return out;
  }
}
