package io.butcherblock.image;

import java.util.Arrays;

/**
 * The weights of a bicubic resize along one axis: output sample {@code i} is the sum over {@code k}
 * of {@code weight[i * taps + k]} times input sample {@code index[i * taps + k]}.
 *
 * <p>The kernel is Keys' with a = -1/2 (R. G. Keys, IEEE ASSP 29(6), 1981, eq. (15)), stretched by
 * 1/scale where the image is made smaller, so that it also removes what the smaller image cannot
 * hold. Centres of pixels are matched, weights of one output sum to 1, and the input is continued
 * by mirroring with the edge pixel repeated.
 *
 * @param taps the number of input samples that an output sample is made of
 * @param index input positions, outputs x taps
 * @param weight their weights, outputs x taps
 */
// Arrays in a record: it lives inside one call of BicubicResize and is never compared.
@SuppressWarnings("ArrayRecordComponent")
record ResizeAxis(int taps, int[] index, double[] weight) {

  static ResizeAxis of(int inputs, int outputs, double scale) {
    double stretch = Math.min(scale, 1);
    double support = 4 / stretch;
    int taps = (int) Math.ceil(support) + 2;
    int[] index = new int[outputs * taps];
    double[] weight = new double[outputs * taps];
    for (int i = 0; i < outputs; i++) {
      // MATLAB counts pixels from 1; doing the same keeps every rounding of the sums below equal.
      double centre = (i + 1) / scale + 0.5 * (1 - 1 / scale);
      double first = Math.floor(centre - support / 2);
      double sum = 0;
      for (int k = 0; k < taps; k++) {
        double w = stretch * keys(stretch * (centre - (first + k)));
        weight[i * taps + k] = w;
        sum += w;
        index[i * taps + k] = mirror((int) first + k - 1, inputs);
      }
      for (int k = 0; k < taps; k++) {
        weight[i * taps + k] /= sum;
      }
    }
    return new ResizeAxis(taps, index, weight).withoutZeroEnds(outputs);
  }

  private static double keys(double x) {
    double a = Math.abs(x);
    if (a <= 1) {
      return 1.5 * a * a * a - 2.5 * a * a + 1;
    }
    return a <= 2 ? -0.5 * a * a * a + 2.5 * a * a - 4 * a + 2 : 0;
  }

  private static int mirror(int position, int size) {
    int folded = Math.floorMod(position, 2 * size);
    return folded < size ? folded : 2 * size - 1 - folded;
  }

  /** Leaves out the first and last taps that no output uses. */
  private ResizeAxis withoutZeroEnds(int outputs) {
    int from = taps;
    int to = 0;
    for (int i = 0; i < weight.length; i++) {
      if (weight[i] != 0) {
        from = Math.min(from, i % taps);
        to = Math.max(to, i % taps + 1);
      }
    }
    int kept = to - from;
    int[] keptIndex = new int[outputs * kept];
    double[] keptWeight = new double[outputs * kept];
    for (int i = 0; i < outputs; i++) {
      System.arraycopy(index, i * taps + from, keptIndex, i * kept, kept);
      System.arraycopy(weight, i * taps + from, keptWeight, i * kept, kept);
    }
    return new ResizeAxis(kept, keptIndex, keptWeight);
  }

  /** Rows of {@code row} samples each; the output has as many rows as this axis has outputs. */
  Samples alongColumns(Samples in, int row) {
    int outputs = index.length / taps;
    Samples out = in.zeros(Math.multiplyExact(outputs, row));
    double[] sum = new double[row];
    for (int i = 0; i < outputs; i++) {
      Arrays.fill(sum, 0);
      for (int k = i * taps; k < (i + 1) * taps; k++) {
        in.addTimes(index[k] * row, weight[k], sum);
      }
      for (int j = 0; j < row; j++) {
        out.setRounded(i * row + j, sum[j]);
      }
    }
    return out;
  }

  /** Rows of {@code inputs} pixels of {@code channels} samples; each row is resized by itself. */
  Samples alongRows(Samples in, int inputs, int channels) {
    int outputs = index.length / taps;
    int rows = in.length() / (inputs * channels);
    Samples out = in.zeros(Math.multiplyExact(Math.multiplyExact(rows, outputs), channels));
    double[] line = new double[inputs * channels];
    int to = 0;
    for (int y = 0; y < rows; y++) {
      for (int j = 0; j < line.length; j++) {
        line[j] = in.get(y * line.length + j);
      }
      for (int i = 0; i < outputs; i++) {
        for (int c = 0; c < channels; c++) {
          double sum = 0;
          for (int k = i * taps; k < (i + 1) * taps; k++) {
            sum += weight[k] * line[index[k] * channels + c];
          }
          out.setRounded(to++, sum);
        }
      }
    }
    return out;
  }
}
