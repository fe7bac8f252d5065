package io.butcherblock.upscale;

/** The planes of red, green and blue that tiles are put on, as they are. */
final class FloatCanvas {

  private final int width;
  private final int area;
  private final float[] planes;

  /** Of so many pixels. */
  FloatCanvas(long width, long height) {
    Canvas.check(width, height);
    this.width = (int) width;
    this.area = (int) (width * height);
    this.planes = new float[Canvas.COLORS * area];
  }

  /** See {@link TileSink#put}. */
  void put(float[] tile, int fromWidth, int offsetX, int offsetY, Tile.Part target) {
    int tileArea = tile.length / Canvas.COLORS;
    for (int c = 0; c < Canvas.COLORS; c++) {
      for (int row = 0; row < target.height(); row++) {
        int from = c * tileArea + (offsetY + row) * fromWidth + offsetX;
        int to = c * area + (target.y() + row) * width + target.x();
        System.arraycopy(tile, from, planes, to, target.width());
      }
    }
  }

  float[] planes() {
    return planes;
  }
}
