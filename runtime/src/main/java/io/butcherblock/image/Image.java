package io.butcherblock.image;

import static java.util.Objects.requireNonNull;

import io.butcherblock.error.ButcherblockException;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.util.Objects;
import java.util.Optional;

/**
 * An immutable image of 1 channel (grey) or 3 (red, green, blue), with or without alpha, whose
 * samples have 8 bits or 16.
 *
 * <p>Samples are interleaved, row by row from the top: channel {@code c} of pixel ({@code x},
 * {@code y}) is number {@code (y * width + x) * channels + c}, from 0 to 255 or to 65535. Planes of
 * floats, as a network takes them, are [channels, height, width] with values 0..255, whatever the
 * depth: those of 16 bits have fractions.
 */
public final class Image {

  private final int width;
  private final int height;
  private final int channels;
  private final Samples samples;
  private final Samples alpha;

  private Image(int width, int height, int channels, Samples samples, Samples alpha) {
    if (channels != 1 && channels != 3) {
      throw new IllegalArgumentException("An image has 1 or 3 channels, not " + channels + ".");
    }
    if (width < 1
        || height < 1
        || (long) width * height > Integer.MAX_VALUE
        || samples.length() != (long) width * height * channels
        || (alpha != null && alpha.length() != width * height)) {
      throw new IllegalArgumentException(
          "The samples do not fill an image of %s x %s x %s.".formatted(width, height, channels));
    }
    this.width = width;
    this.height = height;
    this.channels = channels;
    this.samples = samples;
    this.alpha = alpha == null ? null : alpha.toBits(samples.bits());
  }

  /**
   * Makes an 8-bit image without alpha.
   *
   * @param width in pixels, at least 1
   * @param height in pixels, at least 1
   * @param channels 1 (grey) or 3 (red, green, blue)
   * @param samples interleaved, width x height x channels; not copied, so the caller must not
   *     change it afterwards
   * @throws IllegalArgumentException if the number of samples does not match the sizes
   */
  public static Image of(int width, int height, int channels, byte[] samples) {
    return of(width, height, channels, Samples.of(samples));
  }

  /**
   * Makes a 16-bit image without alpha.
   *
   * @param width in pixels, at least 1
   * @param height in pixels, at least 1
   * @param channels 1 (grey) or 3 (red, green, blue)
   * @param samples interleaved, width x height x channels, each read as 0..65535; not copied, so
   *     the caller must not change it afterwards
   * @throws IllegalArgumentException if the number of samples does not match the sizes
   */
  public static Image of(int width, int height, int channels, short[] samples) {
    return of(width, height, channels, Samples.of(samples));
  }

  static Image of(int width, int height, int channels, Samples samples) {
    return new Image(width, height, channels, samples, null);
  }

  /**
   * Copies a {@code BufferedImage}, with its samples as they are stored: 1 channel if it has one
   * color component or a palette of greys, else 3. Samples of up to 8 bits become 8-bit ones, those
   * of more become 16-bit ones: v * 255 / max or v * 65535 / max, rounded. Alpha is kept; colors
   * that are premultiplied by it are divided by it.
   *
   * <p>Samples of floating point are fractions of 1, which is white, and become 16-bit ones; CMYK
   * becomes sRGB.
   *
   * @param pixels not changed
   * @throws ButcherblockException if the image has other than 1 or 3 color components (or CMYK),
   *     samples with a sign, or floating-point samples of another range
   * @throws NullPointerException if there is no image, as {@code ImageIO.read} returns none for a
   *     file of a format that it does not know
   */
  public static Image of(BufferedImage pixels) {
    requireNonNull(
        pixels,
        "There is no image: null. ImageIO.read returns null for a file of a format that it does not"
            + " know; ImageFiles.read says what is wrong with a file.");
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
   * Copies this image to a new {@code BufferedImage}: of 8 bits {@link
   * BufferedImage#TYPE_BYTE_GRAY}, {@link BufferedImage#TYPE_3BYTE_BGR} or, with alpha, {@link
   * BufferedImage#TYPE_4BYTE_ABGR}; of 16 bits {@link BufferedImage#TYPE_USHORT_GRAY} or a custom
   * type of interleaved 16-bit samples in sRGB, with alpha or without.
   */
  public BufferedImage toBufferedImage() {
    return BufferedImages.copy(this);
  }

  /**
   * Copies this image to a new {@code BufferedImage} whose samples are meant in a color space.
   *
   * @param colors such as those of the image that this one was made of: the result has them, in one
   *     of the JDK's types or with interleaved samples of this image's depth; for sRGB a grey image
   *     gets three channels. If this image has other channels than they have components, the result
   *     is that of {@link #toBufferedImage()}
   */
  public BufferedImage toBufferedImage(ColorSpace colors) {
    return BufferedImages.copy(this, colors);
  }

  /**
   * Makes an 8-bit image from float planes, such as a network's output. Each value is clamped to
   * 0..255 and rounded, halves up; NaN becomes 0.
   *
   * @param width in pixels
   * @param height in pixels
   * @param channels 1 (grey) or 3 (red, green, blue)
   * @param planes [channels, height, width], values 0..255; copied
   */
  public static Image ofPlanes(int width, int height, int channels, float[] planes) {
    int area = width * height;
    if (planes.length != area * channels) {
      throw new IllegalArgumentException(
          "The planes do not fill an image of %s x %s x %s.".formatted(width, height, channels));
    }
    ImageBuilder image = new ImageBuilder(width, height, channels, 8);
    for (int c = 0; c < channels; c++) {
      for (int y = 0; y < height; y++) {
        image.put(0, y, c, planes, c * area + y * width, width);
      }
    }
    return image.image();
  }

  /**
   * A copy of this image with another alpha, which gets the depth of its samples; the color samples
   * are shared.
   *
   * @param values width x height values, 255 is opaque; not copied, so the caller must not change
   *     them afterwards
   * @throws IllegalArgumentException if the number of values does not match the sizes
   */
  public Image withAlpha(byte[] values) {
    return withAlpha(Samples.of(values));
  }

  /**
   * A copy of this image with another alpha, which gets the depth of its samples; the color samples
   * are shared.
   *
   * @param values width x height values, each read as 0..65535, which is opaque; not copied, so the
   *     caller must not change them afterwards
   * @throws IllegalArgumentException if the number of values does not match the sizes
   */
  public Image withAlpha(short[] values) {
    return withAlpha(Samples.of(values));
  }

  Image withAlpha(Samples values) {
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

  /** The bits of a sample, of color and of alpha: 8 or 16. */
  public int bits() {
    return samples.bits();
  }

  /** This image with samples of 8 bits: those of 16 become v * 255 / 65535, rounded. */
  public Image to8Bits() {
    return bits() == 8 ? this : new Image(width, height, channels, samples.toBits(8), alpha);
  }

  /**
   * Returns one sample.
   *
   * @param x the column, from 0 at the left
   * @param y the row, from 0 at the top
   * @param c the channel, from 0
   * @return 0..255, or 0..65535 if samples have 16 {@link #bits()}
   */
  public int sample(int x, int y, int c) {
    return samples.get((y * width + x) * channels + c);
  }

  /**
   * A copy of the interleaved samples, width x height x channels, without alpha, as bytes; those of
   * a 16-bit image are rounded as by {@link #to8Bits()}.
   */
  public byte[] samples() {
    return samples.copy().toBytes();
  }

  /**
   * A copy of the interleaved samples, width x height x channels, without alpha, each to be read as
   * 0..65535; those of an 8-bit image are multiplied by 257.
   */
  public short[] samples16() {
    return samples.copy().toShorts();
  }

  /**
   * A copy of the alpha values, width x height, as bytes, 255 is opaque; those of a 16-bit image
   * are rounded. Empty if the image has no alpha.
   */
  public Optional<byte[]> alpha() {
    return Optional.ofNullable(alpha).map(values -> values.copy().toBytes());
  }

  /**
   * A copy of the alpha values, width x height, each to be read as 0..65535, which is opaque; those
   * of an 8-bit image are multiplied by 257. Empty if the image has no alpha.
   */
  public Optional<short[]> alpha16() {
    return Optional.ofNullable(alpha).map(values -> values.copy().toShorts());
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
  Samples raw() {
    return samples;
  }

  /** The alpha values themselves, for this package, which does not change them. */
  Optional<Samples> rawAlpha() {
    return Optional.ofNullable(alpha);
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
          "The part %s x %s at (%s, %s) is not inside the image, which is %s x %s."
              .formatted(w, h, x, y, width, height));
    }
    if (w == width && h == height) {
      return this;
    }
    Samples part = cut(samples, channels, x, y, w, h);
    return new Image(w, h, channels, part, alpha == null ? null : cut(alpha, 1, x, y, w, h));
  }

  private Samples cut(Samples source, int bands, int x, int y, int w, int h) {
    Samples part = source.zeros(w * h * bands);
    for (int row = 0; row < h; row++) {
      source.copy(((y + row) * width + x) * bands, part, row * w * bands, w * bands);
    }
    return part;
  }

  /** This image with three channels; grey is repeated in each. Alpha is kept. */
  public Image toRgb() {
    if (channels == 3) {
      return this;
    }
    Samples stacked = samples.zeros(Math.multiplyExact(samples.length(), 3));
    for (int i = 0; i < samples.length(); i++) {
      for (int c = 0; c < 3; c++) {
        stacked.set(3 * i + c, samples.get(i));
      }
    }
    return new Image(width, height, 3, stacked, alpha);
  }

  /** A copy of the color samples as float planes [channels, height, width], values 0..255. */
  public float[] planes() {
    float[] planes = new float[samples.length()];
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
    int to = offset;
    for (int c = 0; c < channels; c++) {
      for (int row = y; row < y + h; row++) {
        int from = (row * width + x) * channels + c;
        for (int column = 0; column < w; column++, from += channels) {
          planes[to++] = samples.value(from);
        }
      }
    }
  }

  /** Whether {@code other} is an image of the same size, channels, depth, samples and alpha. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Image that
        && width == that.width
        && height == that.height
        && channels == that.channels
        && samples.equals(that.samples)
        && Objects.equals(alpha, that.alpha);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * width + height) + samples.hashCode();
  }

  /** Size and kind of the image, such as {@code 481 x 321 RGB} or {@code 481 x 321 16-bit RGB}. */
  @Override
  public String toString() {
    String depth = bits() == 8 ? "" : bits() + "-bit ";
    String kind = (channels == 1 ? "grey" : "RGB") + (alpha == null ? "" : "A");
    return width + " x " + height + " " + depth + kind;
  }
}
