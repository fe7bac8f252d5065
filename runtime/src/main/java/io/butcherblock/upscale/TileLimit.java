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
   * The limit of tiles whose feature maps need about {@code bytes} at most, or what a tile of side
   * {@value #SMALLEST} needs.
   *
   * @param bytesPerPixel of the feature maps of one LR pixel
   * @param radius how far the enlargement of a pixel depends on its surroundings, in pixels
   */
  static TileLimit ofMemory(long bytes, long bytesPerPixel, int radius) {
    long smallest = SMALLEST + 2L * radius;
    return new TileLimit(LARGEST, Math.max(bytes / bytesPerPixel, smallest * smallest));
  }

  /** The same limit of memory with another side. */
  TileLimit withSide(int other) {
    return new TileLimit(other, pixels);
  }
}
