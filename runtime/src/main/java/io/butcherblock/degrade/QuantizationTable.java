package io.butcherblock.degrade;

import javax.imageio.plugins.jpeg.JPEGQTable;

/**
 * The steps that the 64 coefficients of a block are rounded to multiples of: the examples of ITU-T
 * T.81, Annex K, tables K.1 and K.2, scaled to a quality from 1 to 100 as libjpeg does.
 */
final class QuantizationTable {

  private final int[] steps;

  private QuantizationTable(int[] steps) {
    this.steps = steps;
  }

  static QuantizationTable luminance(int quality) {
    return scaled(JPEGQTable.K1Luminance.getTable(), quality);
  }

  static QuantizationTable chrominance(int quality) {
    return scaled(JPEGQTable.K2Chrominance.getTable(), quality);
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
