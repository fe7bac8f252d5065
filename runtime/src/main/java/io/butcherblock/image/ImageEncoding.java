package io.butcherblock.image;

import io.butcherblock.error.ButcherblockException;
import io.butcherblock.error.Setting;
import java.nio.file.Path;
import java.util.OptionalInt;

/**
 * How an image is coded in a file.
 *
 * @param quality of JPEG and WebP, 1 to 100; if empty, that of JPEG is {@link #JPEG_QUALITY} and
 *     WebP is lossless. The other formats are lossless and have none.
 */
public record ImageEncoding(OptionalInt quality) {

  /** The quality of JPEG if none is chosen. */
  public static final int JPEG_QUALITY = 95;

  /** No quality is chosen. */
  public static final ImageEncoding DEFAULT = new ImageEncoding(OptionalInt.empty());

  /**
   * Checks the quality.
   *
   * @throws ButcherblockException if there is one that is not in 1..100
   */
  public ImageEncoding {
    if (quality.isPresent() && (quality.getAsInt() < 1 || quality.getAsInt() > 100)) {
      throw ButcherblockException.of(
          "The %s must be a whole number from 1 to 100, not %s.",
          Setting.QUALITY, quality.getAsInt());
    }
  }

  /**
   * An encoding with a quality.
   *
   * @param quality 1 (smallest file) to 100
   * @throws ButcherblockException if it is not in 1..100
   */
  public static ImageEncoding ofQuality(int quality) {
    return new ImageEncoding(OptionalInt.of(quality));
  }

  /**
   * Checks, before long work, that a file can have the quality, if one is chosen.
   *
   * @param file of which the ending counts
   * @throws ButcherblockException if one is chosen, and no format is written under the ending or it
   *     is one that has none
   */
  public void check(Path file) {
    if (quality.isPresent()) {
      WrittenFormat format = WrittenFormat.required(file);
      if (!format.hasQuality()) {
        throw ButcherblockException.of(
            "Cannot write %s with a %s: %s keeps every pixel as it is; leave it out, or name a file"
                + " that ends in .jpg or .webp.",
            file, Setting.QUALITY, format.title());
      }
    }
  }
}
