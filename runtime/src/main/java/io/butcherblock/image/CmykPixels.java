package io.butcherblock.image;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;

/**
 * Inks to the colors of a screen: by the profile of the image, or, if it has none, the plain way.
 */
final class CmykPixels {

  private CmykPixels() {}

  static Image toRgb(BufferedImage decoded) {
    Raster raster = decoded.getRaster();
    if (raster.getSampleModel().getSampleSize(0) != 8) {
      throw new UnsupportedOperationException("CMYK images of other than 8 bits are not supported");
    }
    int width = raster.getWidth();
    int height = raster.getHeight();
    byte[] samples = new byte[Math.multiplyExact(Math.multiplyExact(width, height), 3)];
    if (decoded.getColorModel().getColorSpace() instanceof ICC_ColorSpace) {
      WritableRaster converted =
          new ColorConvertOp(ColorSpace.getInstance(ColorSpace.CS_sRGB), null)
              .filter(decoded, rgb(width, height))
              .getRaster();
      converted.getDataElements(0, 0, width, height, samples);
      return Image.of(width, height, 3, samples);
    }
    int bands = raster.getNumBands();
    int[] row = new int[width * bands];
    int to = 0;
    for (int y = 0; y < height; y++) {
      raster.getPixels(raster.getMinX(), raster.getMinY() + y, width, 1, row);
      for (int x = 0; x < width; x++) {
        int light = 255 - row[x * bands + 3];
        for (int ink = 0; ink < 3; ink++) {
          samples[to++] = (byte) (((255 - row[x * bands + ink]) * light + 127) / 255);
        }
      }
    }
    return Image.of(width, height, 3, samples);
  }

  /** Of bytes in the order red, green, blue. */
  private static BufferedImage rgb(int width, int height) {
    return new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
  }
}
