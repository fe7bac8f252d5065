package io.butcherblock.image;

import java.awt.image.Raster;

/**
 * CIE L*a*b* of a TIFF file, whose white is D50 as other programs write it, to the colors of a
 * screen (sRGB, whose white is D65); the reader of TIFF makes white grey.
 */
final class LabPixels {

  private static final double[] WHITE = {0.96422, 1, 0.82521};

  /** XYZ to linear sRGB, the white adapted by Bradford's method. */
  private static final double[][] TO_SRGB = {
    {3.1338561, -1.6168667, -0.4906146},
    {-0.9787684, 1.9161415, 0.0334540},
    {0.0719453, -0.2289914, 1.4052427},
  };

  private LabPixels() {}

  /**
   * Converts stored samples.
   *
   * @param raster three bands of 8 or 16 bits: L* from 0 to 100; a* and b* in units of 1 or 1/256
   * @param isIcc whether they are as in a profile of ICC: a* and b* from -128 on, L* of 16 bits up
   *     to 65280; else a* and b* are in two's complement
   * @return of the same depth
   */
  static Image toRgb(Raster raster, boolean isIcc) {
    int bits = raster.getSampleModel().getSampleSize(0);
    if (raster.getNumBands() != 3 || (bits != 8 && bits != 16)) {
      throw new UnsupportedOperationException(
          "Lab images of other than three samples of 8 or 16 bits are not supported");
    }
    int width = raster.getWidth();
    int height = raster.getHeight();
    Samples samples = Samples.zeros(bits, Math.multiplyExact(Math.multiplyExact(width, height), 3));
    int max = samples.max();
    int unit = bits == 8 ? 1 : 256;
    int lightest = isIcc ? 255 * unit : max;
    int[] row = new int[width * 3];
    int to = 0;
    for (int y = 0; y < height; y++) {
      raster.getPixels(raster.getMinX(), raster.getMinY() + y, width, 1, row);
      for (int x = 0; x < row.length; x += 3) {
        double light = (100.0 * row[x] / lightest + 16) / 116;
        double capitalX = WHITE[0] * cubed(light + opponent(row[x + 1], unit, isIcc) / 500);
        double capitalY = WHITE[1] * cubed(light);
        double capitalZ = WHITE[2] * cubed(light - opponent(row[x + 2], unit, isIcc) / 200);
        for (double[] weights : TO_SRGB) {
          double linear = weights[0] * capitalX + weights[1] * capitalY + weights[2] * capitalZ;
          samples.setRounded(to++, max * encoded(linear));
        }
      }
    }
    return Image.of(width, height, 3, samples);
  }

  /** A sample of a* or b*, from -128 to less than 128. */
  private static double opponent(int sample, int unit, boolean isIcc) {
    double value = (double) sample / unit;
    return isIcc ? value - 128 : value < 128 ? value : value - 256;
  }

  /** The inverse of CIE's cube root, which is linear near black. */
  private static double cubed(double t) {
    return t > 6.0 / 29 ? t * t * t : 3 * (6.0 / 29) * (6.0 / 29) * (t - 4.0 / 29);
  }

  /** The curve of sRGB; of 1 about 1. */
  private static double encoded(double linear) {
    return linear <= 0.0031308 ? 12.92 * linear : 1.055 * Math.pow(linear, 1 / 2.4) - 0.055;
  }
}
