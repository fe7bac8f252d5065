package io.butcherblock.image;

import io.butcherblock.error.ButcherblockException;
import io.butcherblock.error.Setting;
import java.nio.file.Path;

/**
 * How many pixels an image file may have that is read. A file of a few bytes can claim any number,
 * and for each of them reading takes up to 16 bytes of memory; so larger images are refused before
 * they are decoded.
 *
 * <p>The limit is that of the whole process, and may be set at any time by any thread.
 */
public final class PixelLimit {

  /** The limit where none is set: 200 million pixels, as many as cameras of phones take. */
  public static final long DEFAULT = 200_000_000;

  private static final long MILLION = 1_000_000;

  /** Of four samples a pixel, so that an array holds all. */
  private static final long LARGEST = Integer.MAX_VALUE / 4;

  /** As much as 16 bits of red, green, blue and alpha need without compression. */
  private static final int BYTES_OF_PIXEL = 8;

  /** What a small image may have besides: a color profile, a preview. */
  private static final long BYTES_BESIDES = 64L << 20;

  private static volatile long pixels = DEFAULT;

  private PixelLimit() {}

  /**
   * Sets the limit.
   *
   * @param most pixels that an image file may have, at least 1
   */
  public static void set(long most) {
    if (most < 1) {
      throw new IllegalArgumentException("An image has at least 1 pixel, not " + most + ".");
    }
    pixels = most;
  }

  /** The limit, in pixels. */
  public static long get() {
    return pixels;
  }

  /** Bytes that the file of an image of so many pixels has at most, whatever its format. */
  public static long mostBytes() {
    return BYTES_OF_PIXEL * Math.min(pixels, LARGEST) + BYTES_BESIDES;
  }

  /**
   * What is said of a stream that has more.
   *
   * @param what the stream, as {@code Standard input}
   */
  public static ButcherblockException tooManyBytes(String what) {
    return ButcherblockException.of(
        "%s has more bytes (%s and more) than an image of %s million pixels.",
        what, mostBytes(), Math.max(1, pixels / MILLION));
  }

  static void check(Path file, ImageSize size) {
    long claimed = (long) size.width() * size.height();
    if (claimed <= Math.min(pixels, LARGEST)) {
      return;
    }
    long millions = (claimed + MILLION - 1) / MILLION;
    if (claimed > LARGEST) {
      throw ButcherblockException.of(
          "Cannot read %s: its %s pixels are %s million, more than any image here may have (%s"
              + " million); cut the image.",
          file, size, millions, LARGEST / MILLION);
    }
    throw ButcherblockException.of(
        "Cannot read %s: its %s pixels are %s million, more than the limit of %s million pixels;"
            + " if you trust the file, read it with %s.",
        file, size, millions, Math.max(1, pixels / MILLION), Setting.PIXEL_LIMIT.of(millions));
  }
}
