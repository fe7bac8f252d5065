package io.butcherblock.data;

import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.stream.IntStream;

/**
 * Turns what {@code ImageIO} decodes into an {@link Image}.
 *
 * <p>Samples are taken from the raster. {@code BufferedImage.getRGB} would convert grey ones from a
 * linear grey space and so change their values. What no such image can hold (CMYK outside JPEG,
 * floating-point samples) is refused with an {@link UnsupportedOperationException} whose message is
 * a clause for a sentence.
 */
final class Pixels {

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
    ColorModel model = decoded.getColorModel();
    Raster raster = decoded.getRaster();
    if (model instanceof IndexColorModel palette) {
      return ofPalette(raster, palette);
    }
    int bands = raster.getNumBands();
    boolean alpha = model.hasAlpha();
    int colors = bands - (alpha ? 1 : 0);
    if (colors != 1 && colors != 3) {
      throw new UnsupportedOperationException(
          "images of " + colors + " color channels are not supported");
    }
    if (model.isAlphaPremultiplied()) {
      model.coerceData(decoded.getRaster(), false);
    }
    Depth[] depths = Depth.ofBands(raster);
    Image image =
        Image.of(raster.getWidth(), raster.getHeight(), colors, bands(raster, 0, colors, depths));
    return alpha ? image.withAlpha(bands(raster, colors, 1, depths)) : image;
  }

  /** What stored samples are: unsigned integers of so many bits. */
  private record Depth(int max) {

    /** Of each band: those of an image of 16-bit pixels differ. */
    static Depth[] ofBands(Raster raster) {
      return IntStream.range(0, raster.getNumBands())
          .mapToObj(band -> of(raster, band))
          .toArray(Depth[]::new);
    }

    private static Depth of(Raster raster, int band) {
      int type = raster.getTransferType();
      int bits = raster.getSampleModel().getSampleSize(band);
      if (bits > 16
          || (type != DataBuffer.TYPE_BYTE
              && type != DataBuffer.TYPE_USHORT
              && type != DataBuffer.TYPE_INT)) {
        throw new UnsupportedOperationException(
            "samples of " + bits + " bits or floating point are not supported");
      }
      return new Depth((1 << bits) - 1);
    }

    byte toByte(int sample) {
      return (byte) (max == 255 ? sample : (sample * 255L + max / 2) / max);
    }
  }

  private static byte[] bands(Raster raster, int first, int count, Depth[] depths) {
    int width = raster.getWidth();
    int height = raster.getHeight();
    byte[] samples = new byte[Math.multiplyExact(Math.multiplyExact(width, height), count)];
    int bands = raster.getNumBands();
    int[] row = new int[width * bands];
    int to = 0;
    for (int y = 0; y < height; y++) {
      raster.getPixels(raster.getMinX(), raster.getMinY() + y, width, 1, row);
      for (int x = 0; x < width; x++) {
        for (int c = 0; c < count; c++) {
          samples[to++] = depths[first + c].toByte(row[x * bands + first + c]);
        }
      }
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
