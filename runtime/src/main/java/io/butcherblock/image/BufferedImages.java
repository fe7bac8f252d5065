package io.butcherblock.image;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferUShort;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.Arrays;

/** Images as the {@code BufferedImage}s of the JDK. */
final class BufferedImages {

  private BufferedImages() {}

  /** A copy, of one of the JDK's own types where one holds the samples. */
  static BufferedImage copy(Image image) {
    // The JDK has no type of grey with alpha.
    Image colored = image.hasAlpha() ? image.toRgb() : image;
    int type = type(colored);
    return type == BufferedImage.TYPE_CUSTOM
        ? custom(colored, ColorSpace.getInstance(ColorSpace.CS_sRGB))
        : filled(new BufferedImage(image.width(), image.height(), type), colored);
  }

  private static int type(Image image) {
    boolean grey = image.channels() == 1;
    if (image.bits() == 16) {
      return grey ? BufferedImage.TYPE_USHORT_GRAY : BufferedImage.TYPE_CUSTOM;
    }
    return grey
        ? BufferedImage.TYPE_BYTE_GRAY
        : image.hasAlpha() ? BufferedImage.TYPE_4BYTE_ABGR : BufferedImage.TYPE_3BYTE_BGR;
  }

  /** A copy whose samples are meant in a color space, if they can be. */
  static BufferedImage copy(Image image, ColorSpace colors) {
    // Such as of a palette of greys, which Java takes for sRGB and grey samples for linear.
    Image meant = colors.isCS_sRGB() ? image.toRgb() : image;
    boolean hasType =
        colors.isCS_sRGB()
            || (colors == ColorSpace.getInstance(ColorSpace.CS_GRAY) && !image.hasAlpha());
    return hasType || colors.getNumComponents() != meant.channels()
        ? copy(meant)
        : custom(meant, colors);
  }

  private static BufferedImage custom(Image image, ColorSpace colors) {
    ColorModel model = model(colors, image);
    WritableRaster raster = model.createCompatibleWritableRaster(image.width(), image.height());
    return filled(new BufferedImage(model, raster, false, null), image);
  }

  private static BufferedImage filled(BufferedImage copy, Image image) {
    WritableRaster raster = copy.getRaster();
    int bands = raster.getNumBands();
    int channels = image.channels();
    int[] row = new int[image.width() * bands];
    for (int y = 0; y < image.height(); y++) {
      for (int x = 0; x < image.width(); x++) {
        for (int c = 0; c < channels; c++) {
          row[x * bands + c] = image.sample(x, y, c);
        }
        if (bands > channels) {
          row[x * bands + channels] = image.rawAlpha().orElseThrow().get(y * image.width() + x);
        }
      }
      raster.setPixels(0, y, image.width(), 1, row);
    }
    return copy;
  }

  /** A view of the image's samples; they are copied only to put alpha among them. */
  static BufferedImage view(Image image) {
    int bands = image.channels() + (image.hasAlpha() ? 1 : 0);
    Samples samples = image.rawAlpha().map(alpha -> interleaved(image, alpha)).orElse(image.raw());
    DataBuffer buffer =
        image.bits() == 8
            ? new DataBufferByte(samples.toBytes(), samples.length())
            : new DataBufferUShort(samples.toShorts(), samples.length());
    int[] offsets = new int[bands];
    Arrays.setAll(offsets, band -> band);
    int width = image.width();
    WritableRaster raster =
        Raster.createInterleavedRaster(
            buffer, width, image.height(), width * bands, bands, offsets, null);
    ColorSpace colors =
        ColorSpace.getInstance(image.channels() == 1 ? ColorSpace.CS_GRAY : ColorSpace.CS_sRGB);
    return new BufferedImage(model(colors, image), raster, false, null);
  }

  private static ColorModel model(ColorSpace colors, Image image) {
    return new ComponentColorModel(
        colors,
        image.hasAlpha(),
        false,
        image.hasAlpha() ? Transparency.TRANSLUCENT : Transparency.OPAQUE,
        image.bits() == 8 ? DataBuffer.TYPE_BYTE : DataBuffer.TYPE_USHORT);
  }

  private static Samples interleaved(Image image, Samples alpha) {
    int channels = image.channels();
    Samples color = image.raw();
    Samples all = color.zeros(Math.addExact(color.length(), alpha.length()));
    for (int i = 0; i < alpha.length(); i++) {
      for (int c = 0; c < channels; c++) {
        all.set(i * (channels + 1) + c, color.get(i * channels + c));
      }
      all.set(i * (channels + 1) + channels, alpha.get(i));
    }
    return all;
  }
}
