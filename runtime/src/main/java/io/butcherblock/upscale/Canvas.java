package io.butcherblock.upscale;

import io.butcherblock.error.ButcherblockException;
import io.butcherblock.image.Image;
import io.butcherblock.image.ImageBuilder;

/** The RGB image that tiles are put on. */
final class Canvas {

  private static final int COLORS = 3;

  private final ImageBuilder pixels;

  /** Of so many pixels, whose samples have 8 or 16 bits. */
  Canvas(long width, long height, int bits) {
    if (width * height * COLORS > Integer.MAX_VALUE) {
      throw new ButcherblockException(
          "The enlarged image would have %d x %d pixels, more than the 715 million that one image may have; cut the input into parts."
              .formatted(width, height));
    }
    this.pixels = new ImageBuilder((int) width, (int) height, COLORS, bits);
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
        pixels.put(target.x(), target.y() + row, c, planes, from, target.width());
      }
    }
  }

  Image image() {
    return pixels.image();
  }
}
