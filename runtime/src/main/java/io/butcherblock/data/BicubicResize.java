package io.butcherblock.data;

import io.butcherblock.error.ButcherblockException;

/**
 * Bicubic resize as MATLAB's {@code imresize} does it on 8-bit images: the one that
 * super-resolution benchmarks are made with.
 *
 * <p>The axis with the smaller scale is resized first, rows (the height) where both are equal;
 * arithmetic is double; after each of the two passes samples are rounded, halves up, and clipped to
 * 0..255. See {@link ResizeAxis} for the kernel. The bicubic of most other libraries (a = -3/4, no
 * widening of the kernel for smaller images) gives other pixels and must not be used for
 * benchmarks.
 *
 * <p>Alpha is resized in the same way, by itself: colors are not weighted by it.
 */
public final class BicubicResize {

  private BicubicResize() {}

  /** The image made {@code s} times smaller: {@code imresize(image, 1/s)}, sizes rounded up. */
  public static Image downscale(Image image, int s) {
    return resize(image, new Ratio(1, s));
  }

  /** The image made {@code s} times larger: {@code imresize(image, s)}. */
  public static Image upscale(Image image, int s) {
    return resize(image, new Ratio(s, 1));
  }

  /** {@code imresize(image, ratio)}: the output size is ratio times the input's, rounded up. */
  public static Image resize(Image image, Ratio ratio) {
    return resize(
        image, ratio.of(image.width()), ratio.of(image.height()), ratio.value(), ratio.value());
  }

  /** {@code imresize(image, [height width])}: each axis has the scale of its sizes. */
  public static Image resize(Image image, int width, int height) {
    if (width < 1 || height < 1) {
      throw new IllegalArgumentException("No image is " + width + " x " + height + ".");
    }
    return resize(
        image, width, height, (double) width / image.width(), (double) height / image.height());
  }

  private static Image resize(Image image, int width, int height, double scaleX, double scaleY) {
    if (4L * width * height > Integer.MAX_VALUE) {
      throw new ButcherblockException(
          "An image of %d x %d, resized to %d x %d, would be larger than any image here may be; choose a smaller scale."
              .formatted(image.width(), image.height(), width, height));
    }
    ResizeAxis x = ResizeAxis.of(image.width(), width, scaleX);
    ResizeAxis y = ResizeAxis.of(image.height(), height, scaleY);
    boolean rowsFirst = scaleY <= scaleX;
    Image color =
        Image.of(
            width,
            height,
            image.channels(),
            resize(image, image.raw(), image.channels(), x, y, width, rowsFirst));
    return image
        .alphaImage()
        .map(alpha -> color.withAlpha(resize(image, alpha.raw(), 1, x, y, width, rowsFirst)))
        .orElse(color);
  }

  private static byte[] resize(
      Image image,
      byte[] in,
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
