package io.butcherblock.upscale;

import io.butcherblock.data.Image;
import io.butcherblock.error.ButcherblockException;

/** The RGB image that tiles are put on. */
final class Canvas {

  private static final int COLORS = 3;

  private final int width;
  private final int height;
  private final byte[] samples;

  Canvas(long width, long height) {
    if (width * height * COLORS > Integer.MAX_VALUE) {
      throw new ButcherblockException(
          "The enlarged image would have %d x %d pixels, more than the 715 million that one image may have; cut the input into parts."
              .formatted(width, height));
    }
    this.width = (int) width;
    this.height = (int) height;
    this.samples = new byte[this.width * this.height * COLORS];
  }

  /**
   * Puts a part of an enlarged tile on the canvas, each value clamped to 0..255 and rounded, halves
   * up.
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
        int to = ((target.y() + row) * width + target.x()) * COLORS + c;
        for (int column = 0; column < target.width(); column++) {
          samples[to + column * COLORS] = (byte) to8Bits(planes[from + column]);
        }
      }
    }
  }

  private static int to8Bits(float value) {
    return value >= 0 ? Math.round(Math.min(value, 255)) : 0;
  }

  Image image() {
    return Image.of(width, height, COLORS, samples);
  }
}
