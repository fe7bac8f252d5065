package io.butcherblock.degrade;

/**
 * One component of an image: luminance or a color difference.
 *
 * @param width in samples
 * @param height in samples
 * @param samples 0..255, row by row
 */
// An array in a record: planes live inside one call of JpegCompression and are never compared.
@SuppressWarnings("ArrayRecordComponent")
record SamplePlane(int width, int height, int[] samples) {

  private static final int SIDE = 8;
  private static final int MIDDLE = 128;

  /** The sample at a place, or that of the last column or row if it lies behind them. */
  private int at(int x, int y) {
    return samples[Math.min(y, height - 1) * width + Math.min(x, width - 1)];
  }

  /**
   * What is left of the plane when the coefficients of its blocks were rounded. At the right and
   * lower border blocks are filled with the last column and row.
   */
  SamplePlane quantized(QuantizationTable table) {
    int[] out = new int[samples.length];
    int[] block = new int[SIDE * SIDE];
    for (int top = 0; top < height; top += SIDE) {
      for (int left = 0; left < width; left += SIDE) {
        for (int i = 0; i < block.length; i++) {
          block[i] = at(left + i % SIDE, top + i / SIDE) - MIDDLE;
        }
        BlockTransform.forward(block);
        table.round(block);
        BlockTransform.inverse(block);
        for (int y = top; y < Math.min(top + SIDE, height); y++) {
          for (int x = left; x < Math.min(left + SIDE, width); x++) {
            out[y * width + x] = clipped(block[(y - top) * SIDE + x - left] + MIDDLE);
          }
        }
      }
    }
    return new SamplePlane(width, height, out);
  }

  static int clipped(int value) {
    return Math.max(0, Math.min(255, value));
  }

  /**
   * This plane with a sample for each {@code across} x {@code down} of its own: their mean, rounded
   * up and down in turn from column to column. Columns fill whole blocks.
   */
  SamplePlane reduced(ChromaSubsampling ratio) {
    if (ratio == ChromaSubsampling.NONE) {
      return this;
    }
    int across = ratio.across();
    int down = ratio.down();
    int outWidth = (((width + across - 1) / across + SIDE - 1) / SIDE) * SIDE;
    int outHeight = (height + down - 1) / down;
    int[] out = new int[outWidth * outHeight];
    for (int y = 0; y < outHeight; y++) {
      for (int x = 0; x < outWidth; x++) {
        int sum = at(2 * x, down * y) + at(2 * x + 1, down * y);
        if (down == 2) {
          sum += at(2 * x, 2 * y + 1) + at(2 * x + 1, 2 * y + 1);
          out[y * outWidth + x] = (sum + 1 + x % 2) >> 2;
        } else {
          out[y * outWidth + x] = (sum + x % 2) >> 1;
        }
      }
    }
    return new SamplePlane(outWidth, outHeight, out);
  }

  /** The first columns. */
  SamplePlane columns(int count) {
    if (count == width) {
      return this;
    }
    int[] out = new int[count * height];
    for (int y = 0; y < height; y++) {
      System.arraycopy(samples, y * width, out, y * count, count);
    }
    return new SamplePlane(count, height, out);
  }

  /**
   * The reverse of {@link #reduced}: linear interpolation, a new sample being three quarters of the
   * nearest old one and a quarter of the next, in each direction that was reduced.
   *
   * @param outWidth of the whole image
   * @param outHeight of the whole image
   */
  SamplePlane enlarged(ChromaSubsampling ratio, int outWidth, int outHeight) {
    if (ratio == ChromaSubsampling.NONE) {
      return this;
    }
    int[] out = new int[outWidth * outHeight];
    for (int y = 0; y < outHeight; y++) {
      for (int x = 0; x < outWidth; x++) {
        out[y * outWidth + x] =
            width <= 2
                ? at(x / 2, y / ratio.down())
                : ratio.down() == 2 ? between(x, y) : between(x, samples, y * width);
      }
    }
    return new SamplePlane(outWidth, outHeight, out);
  }

  /** The column beside that of a pixel on the side where the pixel lies; itself at the border. */
  private int neighbor(int x) {
    int column = x / 2;
    return Math.max(0, Math.min(width - 1, x % 2 == 0 ? column - 1 : column + 1));
  }

  private int between(int x, int[] row, int from) {
    int near = row[from + x / 2];
    int next = row[from + neighbor(x)];
    return (3 * near + next + 1 + x % 2) >> 2;
  }

  private int between(int x, int y) {
    int row = y / 2;
    int other = Math.max(0, Math.min(height - 1, y % 2 == 0 ? row - 1 : row + 1));
    int near = 3 * samples[row * width + x / 2] + samples[other * width + x / 2];
    int next = 3 * samples[row * width + neighbor(x)] + samples[other * width + neighbor(x)];
    return (3 * near + next + 8 - x % 2) >> 4;
  }
}
