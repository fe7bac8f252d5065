package io.butcherblock.pictures;

import java.awt.image.Raster;

/**
 * The part of a picture with the most detail: that whose differences between neighbours sum up to
 * the most. There, methods differ.
 *
 * @param x the left column
 * @param y the upper row
 * @param size the width and height
 */
public record Detail(int x, int y, int size) {

  /** Large enough to recognise, small enough to see single pixels. */
  private static final int SIZE = 64;

  static Detail of(Picture picture) {
    return of(picture, SIZE);
  }

  /**
   * The part with the most detail.
   *
   * @param most its width and height in pixels; less in a smaller picture
   */
  public static Detail of(Picture picture, int most) {
    int size = Math.min(most, Math.min(picture.width(), picture.height()));
    long[][] sums = sums(picture.pixels());
    Detail best = null;
    long detail = -1;
    int step = Math.max(1, size / 8);
    for (int y = 0; y + size <= picture.height(); y += step) {
      for (int x = 0; x + size <= picture.width(); x += step) {
        long sum = sums[y + size][x + size] - sums[y][x + size] - sums[y + size][x] + sums[y][x];
        if (sum > detail) {
          detail = sum;
          best = new Detail(x, y, size);
        }
      }
    }
    return best;
  }

  /** Sums of the differences above and left of each place. */
  private static long[][] sums(Raster pixels) {
    int width = pixels.getWidth();
    int height = pixels.getHeight();
    long[][] sums = new long[height + 1][width + 1];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int here = pixels.getSample(x, y, 0);
        int across = Math.abs(here - pixels.getSample(Math.max(0, x - 1), y, 0));
        int down = Math.abs(here - pixels.getSample(x, Math.max(0, y - 1), 0));
        sums[y + 1][x + 1] = across + down + sums[y][x + 1] + sums[y + 1][x] - sums[y][x];
      }
    }
    return sums;
  }
}
