package io.butcherblock.upscale;

import java.util.ArrayList;
import java.util.List;

/**
 * A part of an image that is enlarged by itself.
 *
 * @param core the part that the tile stands for; the cores of an image cover it once
 * @param context the core with what its enlargement depends on around it, cut at the image's border
 */
record Tile(Part core, Part context) {

  /** A rectangle of pixels whose left upper corner is (x, y). */
  record Part(int x, int y, int width, int height) {}

  /**
   * Cuts an image into tiles of at most {@code size} x {@code size} pixels, as equal as possible,
   * row by row.
   *
   * @param radius how far the enlargement of a pixel depends on its surroundings, in pixels
   */
  static List<Tile> cut(int width, int height, int size, int radius) {
    return new Cut(width, height, radius).of(new Part(0, 0, width, height), size);
  }

  /**
   * How an image is cut.
   *
   * @param width of the image
   * @param height of the image
   * @param radius how far the enlargement of a pixel depends on its surroundings, in pixels
   */
  record Cut(int width, int height, int radius) {

    /** The tiles of a region, of at most {@code size} x {@code size} pixels, as {@link #cut}. */
    List<Tile> of(Part region, int size) {
      List<Tile> tiles = new ArrayList<>();
      int rows = ceilDivide(region.height, size);
      int columns = ceilDivide(region.width, size);
      for (int row = 0; row < rows; row++) {
        int top = region.y + edge(row, rows, region.height);
        int bottom = region.y + edge(row + 1, rows, region.height);
        for (int column = 0; column < columns; column++) {
          int left = region.x + edge(column, columns, region.width);
          int right = region.x + edge(column + 1, columns, region.width);
          tiles.add(tile(left, top, right, bottom));
        }
      }
      return tiles;
    }

    private Tile tile(int left, int top, int right, int bottom) {
      return new Tile(
          part(left, top, right, bottom),
          part(
              Math.max(0, left - radius),
              Math.max(0, top - radius),
              Math.min(width, right + radius),
              Math.min(height, bottom + radius)));
    }
  }

  private static int ceilDivide(int a, int b) {
    return (a - 1) / b + 1;
  }

  private static int edge(int index, int count, int length) {
    return Math.toIntExact((long) length * index / count);
  }

  private static Part part(int left, int top, int right, int bottom) {
    return new Part(left, top, right - left, bottom - top);
  }
}
