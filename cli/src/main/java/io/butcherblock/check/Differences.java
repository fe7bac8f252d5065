package io.butcherblock.check;

import java.util.List;

/** Largest differences; NaN wherever one of the values is no number. */
final class Differences {

  private static final double PEAK = 255;

  private Differences() {}

  /**
   * Of samples in 0..255. Where an untrained network makes larger ones, the difference is that of
   * the image scaled down to this range.
   */
  static double ofSamples(float[] expected, float[] actual) {
    if (expected.length != actual.length) {
      return Double.NaN;
    }
    double worst = 0;
    double largest = PEAK;
    for (int i = 0; i < expected.length; i++) {
      worst = Math.max(worst, Math.abs((double) expected[i] - actual[i]));
      largest = Math.max(largest, Math.abs(expected[i]));
    }
    return worst / largest * PEAK;
  }

  /** Of values, each as part of what is expected. */
  static double relative(List<Double> expected, List<Double> actual) {
    if (expected.size() != actual.size()) {
      return Double.NaN;
    }
    double worst = 0;
    for (int i = 0; i < expected.size(); i++) {
      worst = Math.max(worst, Math.abs(actual.get(i) / expected.get(i) - 1));
    }
    return worst;
  }
}
