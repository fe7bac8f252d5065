package io.butcherblock.degrade;

/**
 * The steps that the 64 coefficients of a block are rounded to multiples of: the examples of ITU-T
 * T.81, Annex K, tables K.1 and K.2, scaled to a quality from 1 to 100 as libjpeg does.
 */
final class QuantizationTable {

  private static final int[] LUMINANCE = {
    16, 11, 10, 16, 24, 40, 51, 61, //
    12, 12, 14, 19, 26, 58, 60, 55, //
    14, 13, 16, 24, 40, 57, 69, 56, //
    14, 17, 22, 29, 51, 87, 80, 62, //
    18, 22, 37, 56, 68, 109, 103, 77, //
    24, 35, 55, 64, 81, 104, 113, 92, //
    49, 64, 78, 87, 103, 121, 120, 101, //
    72, 92, 95, 98, 112, 100, 103, 99
  };

  private static final int[] CHROMINANCE = {
    17, 18, 24, 47, 99, 99, 99, 99, //
    18, 21, 26, 66, 99, 99, 99, 99, //
    24, 26, 56, 99, 99, 99, 99, 99, //
    47, 66, 99, 99, 99, 99, 99, 99, //
    99, 99, 99, 99, 99, 99, 99, 99, //
    99, 99, 99, 99, 99, 99, 99, 99, //
    99, 99, 99, 99, 99, 99, 99, 99, //
    99, 99, 99, 99, 99, 99, 99, 99
  };

  private final int[] steps;

  private QuantizationTable(int[] steps) {
    this.steps = steps;
  }

  static QuantizationTable luminance(int quality) {
    return scaled(LUMINANCE, quality);
  }

  static QuantizationTable chrominance(int quality) {
    return scaled(CHROMINANCE, quality);
  }

  private static QuantizationTable scaled(int[] base, int quality) {
    int percent = quality < 50 ? 5000 / quality : 200 - 2 * quality;
    int[] steps = new int[base.length];
    for (int i = 0; i < steps.length; i++) {
      // A baseline file keeps a step in 8 bits.
      steps[i] = Math.max(1, Math.min(255, (base[i] * percent + 50) / 100));
    }
    return new QuantizationTable(steps);
  }

  /** The step of the coefficient in a row and column of the block: position 8 row + column. */
  int step(int position) {
    return steps[position];
  }

  /**
   * Rounds the coefficients of a block to multiples of the steps, halves away from 0.
   *
   * @param block 8 times the coefficients, as {@link BlockTransform#forward} leaves them; then the
   *     rounded coefficients themselves
   */
  void round(int[] block) {
    for (int i = 0; i < steps.length; i++) {
      int divisor = 8 * steps[i];
      int size = (Math.abs(block[i]) + divisor / 2) / divisor;
      block[i] = (block[i] < 0 ? -size : size) * steps[i];
    }
  }
}
