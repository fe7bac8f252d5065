package io.butcherblock.image;

import io.butcherblock.error.ButcherblockException;

/**
 * Bicubic resize as MATLAB's {@code imresize} does it on images of 8 and of 16 bits;
 * super-resolution benchmarks are made with it, on 8 bits.
 *
 * <p>The axis with the smaller scale is resized first, rows (the height) where both are equal;
 * arithmetic is double; after each of the two passes samples are rounded, halves up, and clipped to
 * 0..255, or 0..65535. The kernel is that of Keys with a = -1/2, widened when an image is made
 * smaller (antialiasing). The bicubic kernel of most other libraries (a = -3/4, not widened) gives
 * other pixels and must not be used for benchmarks.
 *
 * <p>Alpha is resized in the same way. Where it changes, colors are weighted by it ({@link
 * TransparentColors}): MATLAB, which keeps it apart, would mix in the colors of what is
 * transparent.
 */
public final class BicubicResize {

  /** Of an image with alpha, in an array. */
  private static final long MOST_SAMPLES = Integer.MAX_VALUE;

  private BicubicResize() {}

  /**
   * Makes an image smaller: {@code imresize(image, 1/s)}.
   *
   * @param s how many times smaller, at least 1
   * @return a new image, whose sizes are the quotients rounded up
   */
  public static Image downscale(Image image, int s) {
    return resize(image, new Ratio(1, s));
  }

  /**
   * Makes an image larger: {@code imresize(image, s)}.
   *
   * @param s how many times larger, at least 1
   */
  public static Image upscale(Image image, int s) {
    return resize(image, new Ratio(s, 1));
  }

  /**
   * Resizes an image by a ratio: {@code imresize(image, ratio)}.
   *
   * @return a new image, whose sizes are those of {@code image} times the ratio, rounded up
   */
  public static Image resize(Image image, Ratio ratio) {
    return resize(
        image, ratio.of(image.width()), ratio.of(image.height()), ratio.value(), ratio.value());
  }

  /**
   * Resizes an image to given sizes: {@code imresize(image, [height width])}. Each axis has the
   * scale that its sizes give.
   *
   * @param width of the new image in pixels, at least 1
   * @param height of the new image in pixels, at least 1
   */
  public static Image resize(Image image, int width, int height) {
    if (width < 1 || height < 1) {
      throw new IllegalArgumentException("No image is " + width + " x " + height + ".");
    }
    return resize(
        image, width, height, (double) width / image.width(), (double) height / image.height());
  }

  private static Image resize(Image image, long wide, long high, double scaleX, double scaleY) {
    if (wide > MOST_SAMPLES || high > MOST_SAMPLES / (4 * wide)) {
      throw new ButcherblockException(
          "An image of %s x %s, resized to %s x %s, would be larger than any image here may be; choose a smaller scale."
              .formatted(image.width(), image.height(), wide, high));
    }
    int width = (int) wide;
    int height = (int) high;
    if (scaleX == 1 && scaleY == 1) {
      // The kernel changes nothing, so colors under transparency stay, too.
      return image;
    }
    ResizeAxis x = ResizeAxis.of(image.width(), width, scaleX);
    ResizeAxis y = ResizeAxis.of(image.height(), height, scaleY);
    boolean rowsFirst = scaleY <= scaleX;
    Image source = TransparentColors.bled(image);
    Image color =
        Image.of(
            width,
            height,
            image.channels(),
            resize(source, source.raw(), image.channels(), x, y, width, rowsFirst));
    return image
        .rawAlpha()
        .map(alpha -> resize(image, alpha, 1, x, y, width, rowsFirst))
        .map(alpha -> TransparentColors.corrected(source, color, x, y, alpha))
        .orElse(color);
  }

  private static Samples resize(
      Image image,
      Samples in,
      int channels,
      ResizeAxis x,
      ResizeAxis y,
      int width,
      boolean rowsFirst) {
    return rowsFirst
        ? x.alongRows(y.alongColumns(in, image.width() * channels), image.width(), channels)
        : y.alongColumns(x.alongRows(in, image.width(), channels), width * channels);
  }
}
