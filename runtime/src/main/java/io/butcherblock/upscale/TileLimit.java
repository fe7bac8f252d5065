package io.butcherblock.upscale;

/**
 * How large a tile may be.
 *
 * @param side the largest side in LR pixels, without what lies around the tile, at least 1
 * @param pixels how many LR pixels a tile may have together with what lies around it
 */
record TileLimit(int side, long pixels) {

  /** Below this side most of a tile is what lies around it, whatever memory is meant for it. */
  private static final int SMALLEST = 32;

  private static final int LARGEST = 4096;

  /** A limit of the side alone. */
  static TileLimit ofSide(int side) {
    return new TileLimit(side, Long.MAX_VALUE);
  }

  /**
   * A limit of the pixels: those meant for a tile, or what a tile of side {@value #SMALLEST} has if
   * that is more.
   *
   * @param radius how far the enlargement of a pixel depends on its surroundings, in pixels
   */
  static TileLimit ofPixels(long pixels, int radius) {
    long smallest = SMALLEST + 2L * radius;
    return new TileLimit(LARGEST, Math.max(pixels, smallest * smallest));
  }

  /** The same limit of pixels with another side. */
  TileLimit withSide(int other) {
    return new TileLimit(other, pixels);
  }
}
