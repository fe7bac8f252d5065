package io.butcherblock.data;

import io.butcherblock.error.ButcherblockException;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.WritableRaster;
import java.util.Arrays;
import java.util.Optional;

/**
 * An immutable 8-bit image of 1 channel (grey) or 3 (red, green, blue), with or without alpha.
 *
 * <p>Samples are interleaved, row by row from the top: channel {@code c} of pixel ({@code x},
 * {@code y}) is byte {@code (y * width + x) * channels + c}, read as 0..255. Planes of floats, as a
 * network takes them, are [channels, height, width] with values 0..255.
 */
public final class Image {

  private final int width;
  private final int height;
  private final int channels;
  private final byte[] samples;
  private final byte[] alpha;

  private Image(int width, int height, int channels, byte[] samples, byte[] alpha) {
    if (channels != 1 && channels != 3) {
      throw new IllegalArgumentException("An image has 1 or 3 channels, not " + channels + ".");
    }
    if (width < 1
        || height < 1
        || samples.length != Math.multiplyExact(Math.multiplyExact(width, height), channels)
        || (alpha != null && alpha.length != width * height)) {
      throw new IllegalArgumentException(
          "The samples do not fill an image of %d x %d x %d.".formatted(width, height, channels));
    }
    this.width = width;
    this.height = height;
    this.channels = channels;
    this.samples = samples;
    this.alpha = alpha;
  }

  /**
   * Makes an image without alpha.
   *
   * @param width in pixels, at least 1
   * @param height in pixels, at least 1
   * @param channels 1 (grey) or 3 (red, green, blue)
   * @param samples interleaved, width x height x channels; not copied, so the caller must not
   *     change it afterwards
   * @throws IllegalArgumentException if the number of samples does not match the sizes
   */
  public static Image of(int width, int height, int channels, byte[] samples) {
    return new Image(width, height, channels, samples, null);
  }

  /**
   * Copies a {@code BufferedImage}, with its samples as they are stored: 1 channel if it has one
   * color component or a palette of greys, else 3. Samples of other depths become 8-bit ones, v *
   * 255 / max rounded. Alpha is kept; colors that are premultiplied by it are divided by it.
   *
   * <p>Samples of floating point are fractions of 1, which is white; CMYK becomes sRGB.
   *
   * @param pixels not changed
   * @throws ButcherblockException if the image has other than 1 or 3 color components (or CMYK),
   *     samples with a sign, or floating-point samples of another range
   */
  public static Image of(BufferedImage pixels) {
    try {
      return Pixels.copyOf(pixels);
    } catch (UnsupportedOperationException e) {
      throw new ButcherblockException(
          "The image cannot be used: %s; convert it to an 8-bit RGB image."
              .formatted(e.getMessage()),
          e);
    }
  }

  /**
   * Copies this image to a new {@code BufferedImage}: {@link BufferedImage#TYPE_BYTE_GRAY}, {@link
   * BufferedImage#TYPE_3BYTE_BGR} or, with alpha, {@link BufferedImage#TYPE_4BYTE_ABGR}.
   */
  public BufferedImage toBufferedImage() {
    Image colored = alpha == null ? this : toRgb();
    int type =
        alpha != null
            ? BufferedImage.TYPE_4BYTE_ABGR
            : channels == 1 ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_3BYTE_BGR;
    BufferedImage image = new BufferedImage(width, height, type);
    WritableRaster raster = image.getRaster();
    int bands = raster.getNumBands();
    int[] row = new int[width * bands];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        for (int c = 0; c < colored.channels; c++) {
          row[x * bands + c] = colored.sample(x, y, c);
        }
        if (alpha != null) {
          row[x * bands + 3] = alpha[y * width + x] & 0xff;
        }
      }
      raster.setPixels(0, y, width, 1, row);
    }
    return image;
  }

  /**
   * Copies this image to a new {@code BufferedImage} whose samples are meant in a color space.
   *
   * @param colors if it is neither sRGB nor the JDK's grey and has as many components as this image
   *     has channels, the result has it, with interleaved 8-bit samples; else the result is that of
   *     {@link #toBufferedImage()}
   */
  public BufferedImage toBufferedImage(ColorSpace colors) {
    BufferedImage plain = toBufferedImage();
    boolean usual = colors.isCS_sRGB() || colors == ColorSpace.getInstance(ColorSpace.CS_GRAY);
    int bands = colors.getNumComponents() + (alpha == null ? 0 : 1);
    if (usual
        || colors.getNumComponents() != channels
        || plain.getRaster().getNumBands() != bands) {
      return plain;
    }
    ColorModel model =
        new ComponentColorModel(
            colors,
            alpha != null,
            false,
            alpha == null ? Transparency.OPAQUE : Transparency.TRANSLUCENT,
            DataBuffer.TYPE_BYTE);
    return new BufferedImage(model, plain.getRaster(), false, null);
  }

  /**
   * Makes an image from float planes, such as a network's output. Each value is clamped to 0..255
   * and rounded, halves up; NaN becomes 0.
   *
   * @param width in pixels
   * @param height in pixels
   * @param channels 1 (grey) or 3 (red, green, blue)
   * @param planes [channels, height, width], values 0..255; copied
   */
  public static Image ofPlanes(int width, int height, int channels, float[] planes) {
    return of(width, height, channels, Planes.interleaved(planes, channels));
  }

  /**
   * A copy of this image with another alpha; the color samples are shared.
   *
   * @param values width x height values, 255 is opaque; not copied, so the caller must not change
   *     them afterwards
   * @throws IllegalArgumentException if the number of values does not match the sizes
   */
  public Image withAlpha(byte[] values) {
    return new Image(width, height, channels, samples, values);
  }

  /** This image without its alpha. The colors of transparent pixels are kept as they are. */
  public Image withoutAlpha() {
    return alpha == null ? this : of(width, height, channels, samples);
  }

  /** The width in pixels. */
  public int width() {
    return width;
  }

  /** The height in pixels. */
  public int height() {
    return height;
  }

  /** The number of color channels: 1 (grey) or 3 (red, green, blue). Alpha is not counted. */
  public int channels() {
    return channels;
  }

  /**
   * Returns one sample.
   *
   * @param x the column, from 0 at the left
   * @param y the row, from 0 at the top
   * @param c the channel, from 0
   * @return 0..255
   */
  public int sample(int x, int y, int c) {
    return samples[(y * width + x) * channels + c] & 0xff;
  }

  /** A copy of the interleaved samples, width x height x channels, without alpha. */
  public byte[] samples() {
    return samples.clone();
  }

  /** A copy of the alpha values, width x height, 255 is opaque; empty if the image has no alpha. */
  public Optional<byte[]> alpha() {
    return Optional.ofNullable(alpha).map(byte[]::clone);
  }

  /** Whether the image has alpha. */
  public boolean hasAlpha() {
    return alpha != null;
  }

  /** The alpha values as a grey image of the same size; empty if the image has no alpha. */
  public Optional<Image> alphaImage() {
    return Optional.ofNullable(alpha).map(values -> of(width, height, 1, values));
  }

  /** The samples themselves, for this package, which does not change them. */
  byte[] raw() {
    return samples;
  }

  /**
   * Cuts a part out of the image, with its alpha.
   *
   * @param x the left column of the part, from 0
   * @param y the top row of the part, from 0
   * @param w the width of the part in pixels, at least 1
   * @param h the height of the part in pixels, at least 1
   * @throws IllegalArgumentException if the part is not inside the image
   */
  public Image crop(int x, int y, int w, int h) {
    if (x < 0 || y < 0 || w < 1 || h < 1 || x > width - w || y > height - h) {
      throw new IllegalArgumentException(
          "The part %d x %d at (%d, %d) is not inside the image, which is %d x %d."
              .formatted(w, h, x, y, width, height));
    }
    if (w == width && h == height) {
      return this;
    }
    byte[] part = cut(samples, channels, x, y, w, h);
    return new Image(w, h, channels, part, alpha == null ? null : cut(alpha, 1, x, y, w, h));
  }

  private byte[] cut(byte[] source, int depth, int x, int y, int w, int h) {
    byte[] part = new byte[w * h * depth];
    for (int row = 0; row < h; row++) {
      System.arraycopy(source, ((y + row) * width + x) * depth, part, row * w * depth, w * depth);
    }
    return part;
  }

  /** This image with three channels; grey is repeated in each. Alpha is kept. */
  public Image toRgb() {
    if (channels == 3) {
      return this;
    }
    byte[] stacked = new byte[Math.multiplyExact(samples.length, 3)];
    for (int i = 0; i < samples.length; i++) {
      Arrays.fill(stacked, 3 * i, 3 * i + 3, samples[i]);
    }
    return new Image(width, height, 3, stacked, alpha);
  }

  /** A copy of the color samples as float planes [channels, height, width], values 0..255. */
  public float[] planes() {
    float[] planes = new float[samples.length];
    copyPlanes(0, 0, width, height, planes, 0);
    return planes;
  }

  /**
   * Copies a part of the color samples as float planes [channels, h, w], values 0..255.
   *
   * @param x the left column of the part, from 0
   * @param y the top row of the part, from 0
   * @param w the width of the part in pixels
   * @param h the height of the part in pixels
   * @param planes the array to write to
   * @param offset where in {@code planes} the first value goes
   */
  public void copyPlanes(int x, int y, int w, int h, float[] planes, int offset) {
    Planes.copy(this, x, y, new ImageSize(w, h), planes, offset);
  }

  /** Whether {@code other} is an image of the same size, channels, samples and alpha. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Image that
        && width == that.width
        && height == that.height
        && channels == that.channels
        && Arrays.equals(samples, that.samples)
        && Arrays.equals(alpha, that.alpha);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * width + height) + Arrays.hashCode(samples);
  }

  /** Size and kind of the image, such as {@code 481 x 321 RGB}. */
  @Override
  public String toString() {
    return width + " x " + height + (channels == 1 ? " grey" : " RGB") + (alpha == null ? "" : "A");
  }
}
