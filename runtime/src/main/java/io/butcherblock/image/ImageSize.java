package io.butcherblock.image;

/**
 * Width and height of an image in pixels.
 *
 * @param width in pixels
 * @param height in pixels
 */
public record ImageSize(int width, int height) {

  /** The size of an image. */
  public static ImageSize of(Image image) {
    return new ImageSize(image.width(), image.height());
  }

  /**
   * The largest size not above this one whose sides are multiples of {@code n}; a side may be 0.
   */
  public ImageSize multipleOf(int n) {
    return new ImageSize(width - width % n, height - height % n);
  }

  /**
   * This size with both sides multiplied by {@code n}.
   *
   * @throws ArithmeticException if a side does not fit an int
   */
  public ImageSize times(int n) {
    return new ImageSize(Math.multiplyExact(width, n), Math.multiplyExact(height, n));
  }

  /** This size with both sides divided by {@code n}, rounded down. */
  public ImageSize dividedBy(int n) {
    return new ImageSize(width / n, height / n);
  }

  /** This size with width and height exchanged. */
  public ImageSize transposed() {
    return new ImageSize(/* width= */ height, /* height= */ width);
  }

  /** The size in words, such as {@code 481 x 321}. */
  @Override
  public String toString() {
    return width + " x " + height;
  }
}
