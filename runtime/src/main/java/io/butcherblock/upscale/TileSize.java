package io.butcherblock.upscale;

/** The largest side of a tile, in LR pixels and without its context, that fits a memory budget. */
final class TileSize {

  private static final int SMALLEST = 32;
  private static final int LARGEST = 4096;

  private TileSize() {}

  /**
   * The side whose tile, context included, needs at most about {@code bytes} of memory for its
   * feature maps.
   */
  static int forBudget(long bytesPerPixel, int radius, long bytes) {
    double side = Math.sqrt((double) bytes / bytesPerPixel);
    return (int) Math.max(SMALLEST, Math.min(LARGEST, side - 2.0 * radius));
  }
}
