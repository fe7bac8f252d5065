package io.butcherblock.image;

import java.util.Arrays;

/**
 * Spreads the colors of visible pixels over those that are wholly transparent, ring by ring: each
 * takes the mean of its neighbors among the eight that have a color.
 */
final class ColorSpread {

  private final int width;
  private final int height;
  private final int channels;
  private final Samples colors;

  /** How much a pixel's color counts: its alpha, or as much as any once it was given one. */
  private final Samples weight;

  private ColorSpread(Image image, Samples alpha) {
    this.width = image.width();
    this.height = image.height();
    this.channels = image.channels();
    this.colors = image.raw().copy();
    this.weight = alpha.copy();
  }

  /** The image itself if no pixel, or every pixel, is wholly transparent. */
  static Image of(Image image, Samples alpha) {
    boolean hidden = false;
    boolean seen = false;
    for (int i = 0; i < alpha.length(); i++) {
      hidden |= alpha.get(i) == 0;
      seen |= alpha.get(i) != 0;
    }
    if (!hidden || !seen) {
      return image;
    }
    ColorSpread spread = new ColorSpread(image, alpha);
    spread.run();
    return Image.of(image.width(), image.height(), image.channels(), spread.colors)
        .withAlpha(alpha);
  }

  private void run() {
    boolean[] queued = new boolean[weight.length()];
    int[] ring = new int[16];
    int size = 0;
    for (int pixel = 0; pixel < weight.length(); pixel++) {
      if (weight.get(pixel) == 0 && color(pixel)) {
        queued[pixel] = true;
        ring = added(ring, size++, pixel);
      }
    }
    while (size > 0) {
      for (int i = 0; i < size; i++) {
        weight.set(ring[i], weight.max());
      }
      int[] next = new int[size + 16];
      int nextSize = 0;
      for (int i = 0; i < size; i++) {
        int column = ring[i] % width;
        int row = ring[i] / width;
        for (int y = Math.max(0, row - 1); y <= Math.min(height - 1, row + 1); y++) {
          for (int x = Math.max(0, column - 1); x <= Math.min(width - 1, column + 1); x++) {
            int pixel = y * width + x;
            if (weight.get(pixel) == 0 && !queued[pixel]) {
              queued[pixel] = true;
              next = added(next, nextSize++, pixel);
            }
          }
        }
      }
      for (int i = 0; i < nextSize; i++) {
        color(next[i]);
      }
      ring = next;
      size = nextSize;
    }
  }

  private static int[] added(int[] list, int size, int pixel) {
    int[] kept = size == list.length ? Arrays.copyOf(list, 2 * size) : list;
    kept[size] = pixel;
    return kept;
  }

  /** Colors a pixel by its neighbors; false if none of them has a color. */
  private boolean color(int pixel) {
    int column = pixel % width;
    int row = pixel / width;
    long total = 0;
    long[] sums = new long[channels];
    for (int y = Math.max(0, row - 1); y <= Math.min(height - 1, row + 1); y++) {
      for (int x = Math.max(0, column - 1); x <= Math.min(width - 1, column + 1); x++) {
        int neighbor = y * width + x;
        int counts = weight.get(neighbor);
        total += counts;
        for (int c = 0; c < channels; c++) {
          sums[c] += (long) counts * colors.get(neighbor * channels + c);
        }
      }
    }
    if (total == 0) {
      return false;
    }
    for (int c = 0; c < channels; c++) {
      colors.set(pixel * channels + c, (int) ((sums[c] + total / 2) / total));
    }
    return true;
  }
}
