package io.butcherblock.upscale;

import io.butcherblock.error.ButcherblockException;
import io.butcherblock.image.Image;
import io.butcherblock.image.ImageBuilder;

/** The RGB image that tiles are put on. */
final class Canvas {

  static final int COLORS = 3;

  private final ImageBuilder pixels;

  /** Of so many pixels, whose samples have 8 or 16 bits. */
  Canvas(long width, long height, int bits) {
    check(width, height);
    this.pixels = new ImageBuilder((int) width, (int) height, COLORS, bits);
  }

  /** Refuses an image that Java's arrays cannot hold. */
  static void check(long width, long height) {
    if (width * height * COLORS > Integer.MAX_VALUE) {
      throw new ButcherblockException(
          "The enlarged image would have %d x %d pixels, more than the 715 million that one image may have; cut the input into parts."
              .formatted(width, height));
    }
  }

  /** See {@link TileSink#put}; each value is clamped to 0..255 and rounded, halves up. */
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
