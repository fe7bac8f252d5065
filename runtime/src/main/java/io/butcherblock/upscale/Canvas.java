package io.butcherblock.upscale;

import io.butcherblock.error.ButcherblockException;

/**
 * What tiles are put on, row by row.
 *
 * @param rows where a row of one channel of a tile goes
 */
record Canvas(Rows rows) {

  static final int COLORS = 3;

  /** Takes a part of a row. */
  @FunctionalInterface
  interface Rows {
    /**
     * Takes values of one channel.
     *
     * @param x the column of the first in the enlarged image
     * @param y their row
     * @param c the channel, from 0
     * @param values not changed
     * @param from where in {@code values} the first one is
     * @param count how many
     */
    void put(int x, int y, int c, float[] values, int from, int count);
  }

  /** Refuses an image that Java's arrays cannot hold. */
  static void check(long width, long height) {
    if (width * height * COLORS > Integer.MAX_VALUE) {
      throw new ButcherblockException(
          "The enlarged image would have %s x %s pixels, more than the 715 million that one image may have; cut the input into parts."
              .formatted(width, height));
    }
  }

  /**
   * Puts a part of an enlarged tile on the canvas.
   *
   * @param planes [3, from.height, from.width]
   * @param fromWidth the width of the planes
   * @param offsetX the first column of the planes to take
   * @param offsetY the first row of the planes to take
   * @param target where the part goes
   */
  void put(float[] planes, int fromWidth, int offsetX, int offsetY, Tile.Part target) {
    int area = planes.length / COLORS;
    for (int c = 0; c < COLORS; c++) {
      for (int row = 0; row < target.height(); row++) {
        int from = c * area + (offsetY + row) * fromWidth + offsetX;
        rows.put(target.x(), target.y() + row, c, planes, from, target.width());
      }
    }
  }
}
