package io.butcherblock.image;

/**
 * The colors of images with alpha when they are resized. A color counts as much as its pixel is
 * opaque: what is stored where nothing is seen, mostly black, must not show as a ring around what
 * is.
 *
 * <p>Resizing is done with the colors of {@link #bled}; {@link #corrected} then makes of the
 * result, wherever alpha changes, what resizing of colors multiplied by alpha gives. Where alpha is
 * the same all around, it changes nothing.
 */
public final class TransparentColors {

  private static final double LEAST_ALPHA = 0.5;

  private TransparentColors() {}

  /**
   * Spreads colors outwards into pixels that are wholly transparent, whose own are lost.
   *
   * @return an image of the same alpha; {@code image} itself if it has no such pixels
   */
  public static Image bled(Image image) {
    return image.rawAlpha().map(alpha -> ColorSpread.of(image, alpha)).orElse(image);
  }

  /**
   * Gives an enlarged image its alpha, and corrects its colors by it.
   *
   * @param small with alpha, {@link #bled}
   * @param large what was made of the colors of {@code small}, of whatever method; without alpha
   * @param scale how many times larger {@code large} is
   */
  public static Image corrected(Image small, Image large, int scale) {
    Sums sums =
        new Sums(
            small,
            ResizeAxis.of(small.width(), large.width(), scale),
            ResizeAxis.of(small.height(), large.height(), scale));
    Samples alpha = BicubicResize.upscale(small.alphaImage().orElseThrow(), scale).raw();
    return corrected(large, sums, alpha, /* isBicubic= */ false);
  }

  /** The same of a bicubic resize to any size, whose weights along each axis these are. */
  static Image corrected(Image small, Image resized, ResizeAxis x, ResizeAxis y, Samples alpha) {
    return corrected(resized, new Sums(small, x, y), alpha, /* isBicubic= */ true);
  }

  private static Image corrected(Image resized, Sums sums, Samples alpha, boolean isBicubic) {
    Samples colors = resized.raw().copy();
    int channels = resized.channels();
    for (int row = 0; row < resized.height(); row++) {
      for (int column = 0; column < resized.width(); column++) {
        if (sums.differ(column, row) && sums.alpha(column, row) >= LEAST_ALPHA) {
          int at = (row * resized.width() + column) * channels;
          for (int c = 0; c < channels; c++) {
            // Bicubic colors were rounded and clipped on the way; the mean itself was not.
            double value =
                isBicubic
                    ? sums.mean(column, row, c)
                    : colors.get(at + c) + sums.correction(column, row, c);
            colors.setRounded(at + c, value);
          }
        }
      }
    }
    return Image.of(resized.width(), resized.height(), channels, colors).withAlpha(alpha);
  }

  /** Weighted sums over the pixels that one resized pixel is made of. */
  private static final class Sums {

    private final int width;
    private final int channels;
    private final Samples colors;
    private final Samples alpha;
    private final ResizeAxis x;
    private final ResizeAxis y;
    private double sum;

    Sums(Image small, ResizeAxis x, ResizeAxis y) {
      this.width = small.width();
      this.channels = small.channels();
      this.colors = small.raw();
      this.alpha = small.rawAlpha().orElseThrow();
      this.x = x;
      this.y = y;
    }

    /** Whether alpha differs among the pixels. */
    boolean differ(int column, int row) {
      int first = alpha.get(y.index()[row * y.taps()] * width + x.index()[column * x.taps()]);
      for (int j = row * y.taps(); j < (row + 1) * y.taps(); j++) {
        int line = y.index()[j] * width;
        for (int i = column * x.taps(); i < (column + 1) * x.taps(); i++) {
          if (alpha.get(line + x.index()[i]) != first) {
            return true;
          }
        }
      }
      return false;
    }

    /** The resized alpha, 0..255 or 0..65535 and a little beyond; kept for {@link #mean}. */
    double alpha(int column, int row) {
      sum = 0;
      for (int j = row * y.taps(); j < (row + 1) * y.taps(); j++) {
        int line = y.index()[j] * width;
        for (int i = column * x.taps(); i < (column + 1) * x.taps(); i++) {
          sum += y.weight()[j] * x.weight()[i] * alpha.get(line + x.index()[i]);
        }
      }
      return sum;
    }

    /** The mean color weighted by alpha. */
    double mean(int column, int row, int channel) {
      return sum(column, row, channel, /* byAlpha= */ true) / sum;
    }

    /** How far the mean color weighted by alpha is from that which is not. */
    double correction(int column, int row, int channel) {
      double plain = sum(column, row, channel, /* byAlpha= */ false);
      // Clipped as the colors were that it is added to.
      return mean(column, row, channel) - Math.max(0, Math.min(colors.max(), plain));
    }

    private double sum(int column, int row, int channel, boolean byAlpha) {
      double colored = 0;
      for (int j = row * y.taps(); j < (row + 1) * y.taps(); j++) {
        int line = y.index()[j] * width;
        for (int i = column * x.taps(); i < (column + 1) * x.taps(); i++) {
          int pixel = line + x.index()[i];
          double value = y.weight()[j] * x.weight()[i] * colors.get(pixel * channels + channel);
          colored += byAlpha ? value * alpha.get(pixel) : value;
        }
      }
      return colored;
    }
  }
}
