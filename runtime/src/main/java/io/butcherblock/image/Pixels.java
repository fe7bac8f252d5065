package io.butcherblock.image;

import io.butcherblock.error.ButcherblockException;
import io.butcherblock.formats.StoredSamples;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Turns what {@code ImageIO} decodes into an {@link Image}.
 *
 * <p>Samples are taken from the raster. {@code BufferedImage.getRGB} would convert grey ones from a
 * linear grey space and so change their values. What no such image can hold (samples with a sign)
 * is refused with an {@link UnsupportedOperationException} whose message is a clause for a
 * sentence.
 */
final class Pixels {

  /**
   * Above it, samples of floating point are of another range, such as 0 to 255. Lights in a
   * photograph may be a few times as bright as white.
   */
  private static final double HIGHEST_FRACTION = 16;

  private Pixels() {}

  /** The image of pixels that belong to somebody else: they are left as they are. */
  static Image copyOf(BufferedImage pixels) {
    ColorModel model = pixels.getColorModel();
    if (!model.isAlphaPremultiplied()) {
      return of(pixels);
    }
    WritableRaster copy = pixels.getRaster().createCompatibleWritableRaster();
    copy.setRect(-pixels.getRaster().getMinX(), -pixels.getRaster().getMinY(), pixels.getRaster());
    return of(new BufferedImage(model, copy, true, null));
  }

  /** The image of pixels just decoded, which may be changed on the way. */
  static Image of(BufferedImage decoded) {
    return of(decoded, StoredSamples.AS_DECODED);
  }

  /** The same, where the decoded image does not say all about its samples. */
  static Image of(BufferedImage decoded, StoredSamples stored) {
    ColorModel model = decoded.getColorModel();
    Raster raster = decoded.getRaster();
    if (model instanceof IndexColorModel palette) {
      return ofPalette(raster, palette);
    }
    int bands = raster.getNumBands();
    boolean alpha = model.hasAlpha();
    int colors = bands - (alpha ? 1 : 0);
    if (colors == 4 && model.getColorSpace().getType() == ColorSpace.TYPE_CMYK) {
      return CmykPixels.toRgb(decoded);
    }
    if (colors != 1 && colors != 3) {
      throw new UnsupportedOperationException(
          "images of " + colors + " color channels are not supported");
    }
    checkSize(raster, colors);
    if (model.isAlphaPremultiplied()) {
      model.coerceData(decoded.getRaster(), false);
    }
    Depth[] depths = Depth.ofBands(raster, stored.bits());
    int bits = Arrays.stream(depths).anyMatch(Depth::isDeep) ? 16 : 8;
    Samples samples = bands(raster, 0, colors, depths, bits);
    if (!alpha) {
      return Image.of(raster.getWidth(), raster.getHeight(), colors, samples);
    }
    Samples opacity = bands(raster, colors, 1, depths, bits);
    if (stored.premultiplied() && !model.isAlphaPremultiplied()) {
      divide(samples, opacity);
    }
    return Image.of(raster.getWidth(), raster.getHeight(), colors, samples).withAlpha(opacity);
  }

  private static void checkSize(Raster image, int channels) {
    long samples = (long) image.getWidth() * image.getHeight() * channels;
    if (samples > Integer.MAX_VALUE) {
      throw new ButcherblockException(
          "An image of %s x %s pixels has more samples than one image here may have; cut it into parts."
              .formatted(image.getWidth(), image.getHeight()));
    }
  }

  private static void divide(Samples samples, Samples opacity) {
    int colors = samples.length() / opacity.length();
    int max = samples.max();
    for (int i = 0; i < samples.length(); i++) {
      int alpha = opacity.get(i / colors);
      if (alpha > 0) {
        samples.set(i, (int) Math.min(max, ((long) samples.get(i) * max + alpha / 2) / alpha));
      }
    }
  }

  /** What stored samples are: unsigned integers up to a largest, or, if that is 1, fractions. */
  private record Depth(long max, boolean isFraction) {

    /** Of each band: those of an image of 16-bit pixels differ. */
    static Depth[] ofBands(Raster raster, int stored) {
      return IntStream.range(0, raster.getNumBands())
          .mapToObj(band -> of(raster, band, stored))
          .toArray(Depth[]::new);
    }

    private static Depth of(Raster raster, int band, int stored) {
      int bits = raster.getSampleModel().getSampleSize(band);
      return switch (raster.getTransferType()) {
        case DataBuffer.TYPE_BYTE, DataBuffer.TYPE_USHORT, DataBuffer.TYPE_INT ->
            // A reader may keep samples of 12 bits in 16.
            new Depth((1L << (stored > 8 && stored < bits ? stored : bits)) - 1, false);
        case DataBuffer.TYPE_FLOAT, DataBuffer.TYPE_DOUBLE -> new Depth(1, true);
        default ->
            throw new UnsupportedOperationException(
                "samples with a sign of " + bits + " bits are not supported");
      };
    }

    /** Whether 8 bits do not hold all that such samples say. */
    boolean isDeep() {
      return isFraction || max > 255;
    }

    int scaled(int sample, int to) {
      return (int) (max == to ? sample : ((sample & 0xffffffffL) * to + max / 2) / max);
    }
  }

  private static Samples bands(Raster raster, int first, int count, Depth[] depths, int bits) {
    if (depths[first].isFraction()) {
      return fractions(raster, first, count, bits);
    }
    int width = raster.getWidth();
    int height = raster.getHeight();
    Samples samples =
        Samples.zeros(bits, Math.multiplyExact(Math.multiplyExact(width, height), count));
    int bands = raster.getNumBands();
    int[] row = new int[width * bands];
    int to = 0;
    for (int y = 0; y < height; y++) {
      raster.getPixels(raster.getMinX(), raster.getMinY() + y, width, 1, row);
      for (int x = 0; x < width; x++) {
        for (int c = first; c < first + count; c++) {
          samples.set(to++, depths[c].scaled(row[x * bands + c], samples.max()));
        }
      }
    }
    return samples;
  }

  /** Samples of floating point, 1 being white. What is outside of 0 to 1 is cut to it. */
  private static Samples fractions(Raster raster, int first, int count, int bits) {
    int width = raster.getWidth();
    int height = raster.getHeight();
    Samples samples =
        Samples.zeros(bits, Math.multiplyExact(Math.multiplyExact(width, height), count));
    int bands = raster.getNumBands();
    double[] row = new double[width * bands];
    double most = 0;
    int to = 0;
    for (int y = 0; y < height; y++) {
      raster.getPixels(raster.getMinX(), raster.getMinY() + y, width, 1, row);
      for (int x = 0; x < width; x++) {
        for (int c = 0; c < count; c++) {
          double sample = row[x * bands + first + c];
          most = Math.max(most, sample);
          samples.setRounded(to++, sample * samples.max());
        }
      }
    }
    if (most > HIGHEST_FRACTION) {
      throw new UnsupportedOperationException(
          "its floating-point samples go up to %s, where 1 is white"
              .formatted(String.format(Locale.ROOT, "%.4g", most)));
    }
    return samples;
  }

  private static Image ofPalette(Raster raster, IndexColorModel palette) {
    int width = raster.getWidth();
    int height = raster.getHeight();
    int area = Math.multiplyExact(width, height);
    int[] colors = new int[palette.getMapSize()];
    palette.getRGBs(colors);
    int channels = isGrey(colors) ? 1 : 3;
    checkSize(raster, channels);
    byte[] samples = new byte[Math.multiplyExact(area, channels)];
    byte[] alpha = palette.hasAlpha() ? new byte[area] : null;
    int[] row = new int[width];
    int at = 0;
    for (int y = 0; y < height; y++) {
      raster.getSamples(raster.getMinX(), raster.getMinY() + y, width, 1, 0, row);
      for (int x = 0; x < width; x++, at++) {
        int color = row[x] < colors.length ? colors[row[x]] : 0xff000000;
        for (int c = 0; c < channels; c++) {
          samples[at * channels + c] = (byte) (color >> (16 - 8 * c));
        }
        if (alpha != null) {
          alpha[at] = (byte) (color >>> 24);
        }
      }
    }
    Image image = Image.of(width, height, channels, samples);
    return alpha == null ? image : image.withAlpha(alpha);
  }

  private static boolean isGrey(int[] colors) {
    for (int color : colors) {
      int blue = color & 0xff;
      if ((color >> 8 & 0xff) != blue || (color >> 16 & 0xff) != blue) {
        return false;
      }
    }
    return true;
  }
}
