package io.butcherblock.upscale;

import io.butcherblock.nn.SuperResolutionNetwork;

/** The largest side of a tile, in LR pixels and without its context, that fits a memory budget. */
final class TileSize {

  private static final int SMALLEST = 32;
  private static final int LARGEST = 4096;

  /**
   * The feature maps of C channels that live at once inside a block, the head's output among them,
   * with room to spare.
   */
  private static final int MAPS_AT_INPUT = 6;

  private TileSize() {}

  /**
   * The side whose tile, context included, needs at most about {@code bytes} of memory for its
   * feature maps.
   */
  static int forBudget(long bytesPerPixel, int radius, long bytes) {
    double side = Math.sqrt((double) bytes / bytesPerPixel);
    return (int) Math.max(SMALLEST, Math.min(LARGEST, side - 2.0 * Math.max(0, radius)));
  }

  /**
   * What a network without a plan needs for each pixel. The widest place is behind the upsampler:
   * its convolution's output and the shuffled copy, each s^2 C maps wide.
   */
  static long bytesPerPixel(SuperResolutionNetwork network) {
    long channels = network.spec().channels();
    long area = (long) network.scale() * network.scale();
    return Float.BYTES * channels * (MAPS_AT_INPUT + 2 * area);
  }
}
