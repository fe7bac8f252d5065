package io.butcherblock.data;

/** Width and height of an image in pixels. */
public record ImageSize(int width, int height) {

  public static ImageSize of(Image image) {
    return new ImageSize(image.width(), image.height());
  }

  /** The largest size not above this one whose sides are multiples of {@code n}; may be 0. */
  public ImageSize multipleOf(int n) {
    return new ImageSize(width - width % n, height - height % n);
  }

  public ImageSize times(int n) {
    return new ImageSize(Math.multiplyExact(width, n), Math.multiplyExact(height, n));
  }

  public ImageSize dividedBy(int n) {
    return new ImageSize(width / n, height / n);
  }

  /** Width and height exchanged. */
  public ImageSize transposed() {
    return new ImageSize(/* width= */ height, /* height= */ width);
  }

  /** Such as {@code 481 x 321}. */
  @Override
  public String toString() {
    return width + " x " + height;
  }
}
