package io.butcherblock.image;

/**
 * The eight symmetries of a square: rotations by 90 degrees and their mirror images. Training
 * patches are drawn in all eight; self-ensemble averages a network's outputs over them.
 *
 * <p>Each maps an image of {@code width} x {@code height} to one of the same size or, where it
 * {@link #transposes()}, of {@code height} x {@code width}. Rotations are clockwise as one looks at
 * the image, whose y axis points down.
 */
public enum Symmetry {
  /** Changes nothing. */
  IDENTITY(false, false, false),
  /** Exchanges left and right. */
  FLIP_HORIZONTAL(true, false, false),
  /** Exchanges top and bottom. */
  FLIP_VERTICAL(false, true, false),
  /** Half a turn. */
  ROTATE_180(true, true, false),
  /** Mirrors at the diagonal from the top left corner: rows become columns. */
  TRANSPOSE(false, false, true),
  /** A quarter turn clockwise. */
  ROTATE_90(false, true, true),
  /** A quarter turn counter-clockwise. */
  ROTATE_270(true, false, true),
  /** Mirrors at the diagonal from the top right corner. */
  TRANSVERSE(true, true, true);

  // The value at (x, y) of the result comes from (u, v) of the input, where (u, v) is (x, y), or
  // (y, x) if transposed, and is then counted from the other side where flipped.
  private final boolean flipX;
  private final boolean flipY;
  private final boolean transposed;

  Symmetry(boolean flipX, boolean flipY, boolean transposed) {
    this.flipX = flipX;
    this.flipY = flipY;
    this.transposed = transposed;
  }

  /** Whether width and height are exchanged. */
  public boolean transposes() {
    return transposed;
  }

  /** The symmetry that undoes this one. */
  public Symmetry inverse() {
    return switch (this) {
      case ROTATE_90 -> ROTATE_270;
      case ROTATE_270 -> ROTATE_90;
      default -> this;
    };
  }

  /**
   * Maps float planes of one size.
   *
   * @param in planes [n, height, width], row-major, from {@code inOffset} on; not changed
   * @param inOffset where in {@code in} the first plane begins
   * @param n the number of planes
   * @param width of each plane of {@code in}, in pixels
   * @param height of each plane of {@code in}, in pixels
   * @param out receives planes [n, height, width], or [n, width, height] if this symmetry {@link
   *     #transposes}, from {@code outOffset} on; must not be {@code in}
   * @param outOffset where in {@code out} the first plane begins
   */
  public void apply(
      float[] in, int inOffset, int n, int width, int height, float[] out, int outOffset) {
    int outWidth = transposed ? height : width;
    int outHeight = transposed ? width : height;
    int stepX = step(1, 0, width);
    int stepY = step(0, 1, width);
    int to = outOffset;
    for (int plane = 0; plane < n; plane++) {
      int start = inOffset + plane * width * height + origin(width, height);
      for (int y = 0; y < outHeight; y++) {
        int from = start + y * stepY;
        for (int x = 0; x < outWidth; x++, from += stepX) {
          out[to++] = in[from];
        }
      }
    }
  }

  /**
   * Maps float planes of one size to new ones.
   *
   * @param in planes [n, height, width], row-major; not changed
   * @param n the number of planes
   * @param width of each plane of {@code in}, in pixels
   * @param height of each plane of {@code in}, in pixels
   * @return planes [n, height, width], or [n, width, height] if this symmetry {@link #transposes}
   */
  public float[] apply(float[] in, int n, int width, int height) {
    float[] out = new float[n * width * height];
    apply(in, 0, n, width, height, out, 0);
    return out;
  }

  /** Maps an image together with its alpha. */
  public Image apply(Image image) {
    if (this == IDENTITY) {
      return image;
    }
    Image mapped = apply(image, image.channels());
    return image.alphaImage().map(alpha -> mapped.withAlpha(apply(alpha, 1).raw())).orElse(mapped);
  }

  private Image apply(Image image, int channels) {
    int width = image.width();
    int height = image.height();
    int outWidth = transposed ? height : width;
    int outHeight = transposed ? width : height;
    Samples in = image.raw();
    Samples out = in.zeros(in.length());
    int stepX = step(1, 0, width) * channels;
    int stepY = step(0, 1, width) * channels;
    int to = 0;
    for (int y = 0; y < outHeight; y++) {
      int from = origin(width, height) * channels + y * stepY;
      for (int x = 0; x < outWidth; x++, from += stepX) {
        for (int c = 0; c < channels; c++) {
          out.set(to++, in.get(from + c));
        }
      }
    }
    return Image.of(outWidth, outHeight, channels, out);
  }

  /** Where in a plane the left upper corner of the result comes from. */
  private int origin(int width, int height) {
    return (flipX ? width - 1 : 0) + (flipY ? height - 1 : 0) * width;
  }

  /** How far in the input one goes when one goes ({@code dx}, {@code dy}) in the result. */
  private int step(int dx, int dy, int width) {
    int u = transposed ? dy : dx;
    int v = transposed ? dx : dy;
    return (flipX ? -u : u) + (flipY ? -v : v) * width;
  }
}
