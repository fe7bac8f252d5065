package io.butcherblock.degrade;

import io.butcherblock.data.DecodedPair;
import io.butcherblock.data.ImagePair;
import io.butcherblock.error.ButcherblockException;
import io.butcherblock.image.Image;

/**
 * What writing an image to a baseline JPEG file and reading it again makes of it: color
 * differences, subsampling, the cosine transform of blocks of 8 x 8, quantization, and all of them
 * back. Entropy coding, which loses nothing, is left out.
 *
 * <p>In integers, as libjpeg computes by default, so that the result is the same on every machine;
 * it equals, bit for bit, what {@code javax.imageio} of a JDK with libjpeg reads of what it wrote.
 *
 * @param quality 1 to 100, in libjpeg's scale, most programs' own
 * @param subsampling of color
 */
public record JpegCompression(int quality, ChromaSubsampling subsampling) {

  /**
   * A way to write JPEG files.
   *
   * @throws ButcherblockException if the quality is not from 1 to 100
   */
  public JpegCompression {
    if (quality < 1 || quality > 100) {
      throw new ButcherblockException(
          "The quality of JPEG must be from 1 to 100, not %s.".formatted(quality));
    }
  }

  /**
   * What is left of an image.
   *
   * @param image RGB or grey, not changed; alpha is left out, for JPEG has none
   * @return a new image of the same size and channels
   */
  public Image apply(Image image) {
    QuantizationTable forLuminance = QuantizationTable.luminance(quality);
    if (image.channels() == 1) {
      return grey(image, forLuminance);
    }
    SamplePlane[] planes = ColorDifferences.of(image);
    return ColorDifferences.rgb(
        planes[0].quantized(forLuminance), color(planes[1]), color(planes[2]));
  }

  /** A pair whose low-resolution image is what is left of that of another. */
  public DecodedPair apply(DecodedPair pair) {
    return new DecodedPair(apply(pair.lr()), pair.hr());
  }

  /**
   * A pair whose low-resolution image is what is left of that of another.
   *
   * @param pair loaded when the new one is
   */
  public ImagePair apply(ImagePair pair) {
    return new CompressedPair(pair, this);
  }

  private SamplePlane color(SamplePlane plane) {
    int across = subsampling.across();
    return plane
        .reduced(subsampling)
        .quantized(QuantizationTable.chrominance(quality))
        .columns((plane.width() + across - 1) / across)
        .enlarged(subsampling, plane.width(), plane.height());
  }

  private static Image grey(Image image, QuantizationTable table) {
    byte[] samples = image.samples();
    int[] values = new int[samples.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = samples[i] & 0xff;
    }
    int[] left = new SamplePlane(image.width(), image.height(), values).quantized(table).samples();
    for (int i = 0; i < values.length; i++) {
      samples[i] = (byte) left[i];
    }
    return Image.of(image.width(), image.height(), 1, samples);
  }

  /** In words, such as {@code JPEG of quality 75, 4:2:0}. */
  @Override
  public String toString() {
    return "JPEG of quality " + quality + ", " + subsampling;
  }
}
