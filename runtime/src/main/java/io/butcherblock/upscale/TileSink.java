package io.butcherblock.upscale;

/** Where enlarged tiles go. */
@FunctionalInterface
interface TileSink {

  /**
   * Puts a part of an enlarged tile where it belongs.
   *
   * @param planes [3, from.height, from.width]
   * @param fromWidth the width of the planes
   * @param offsetX the first column of the planes to take
   * @param offsetY the first row of the planes to take
   * @param target where the part goes
   */
  void put(float[] planes, int fromWidth, int offsetX, int offsetY, Tile.Part target);
}
