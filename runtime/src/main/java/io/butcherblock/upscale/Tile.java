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
    List<Tile> tiles = new ArrayList<>();
    int rows = ceilDivide(height, size);
    int columns = ceilDivide(width, size);
    for (int row = 0; row < rows; row++) {
      int top = edge(row, rows, height);
      int bottom = edge(row + 1, rows, height);
      for (int column = 0; column < columns; column++) {
        int left = edge(column, columns, width);
        int right = edge(column + 1, columns, width);
        tiles.add(
            new Tile(
                part(left, top, right, bottom),
                part(
                    Math.max(0, left - radius),
                    Math.max(0, top - radius),
                    Math.min(width, right + radius),
                    Math.min(height, bottom + radius))));
      }
    }
    return tiles;
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
