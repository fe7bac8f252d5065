package io.butcherblock.image;

import io.butcherblock.error.ButcherblockException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The formats in which images are written, each chosen by the ending of a file's name. */
enum WrittenFormat {
  PNG(16, true, false, Integer.MAX_VALUE, "png", "png"),
  /** No side may be longer than this, by the library that writes it. */
  JPEG(8, false, true, 65_500, "jpg", "jpeg"),
  WEBP(8, true, true, 16_383, "webp", "webp"),
  TIFF(16, true, false, Integer.MAX_VALUE, "tif", "tiff"),
  BMP(8, false, false, Integer.MAX_VALUE, "bmp", "bmp");

  private final int bits;
  private final boolean alpha;
  private final boolean quality;
  private final int longestSide;
  private final String ending;
  private final String longEnding;

  WrittenFormat(
      int bits, boolean alpha, boolean quality, int longestSide, String ending, String longEnding) {
    this.bits = bits;
    this.alpha = alpha;
    this.quality = quality;
    this.longestSide = longestSide;
    this.ending = ending;
    this.longEnding = longEnding;
  }

  /** The format that a file's ending names; empty if none is written under it. */
  static Optional<WrittenFormat> of(Path file) {
    String named = ImageNames.extension(file);
    return Arrays.stream(values())
        .filter(each -> each.ending.equals(named) || each.longEnding.equals(named))
        .findFirst();
  }

  /**
   * The same.
   *
   * @throws ButcherblockException if there is none
   */
  static WrittenFormat required(Path file) {
    return of(file)
        .orElseThrow(
            () ->
                new ButcherblockException(
                    "Cannot write %s: images are written as PNG, JPEG, WebP, TIFF or BMP; name a file that ends in .png, .jpg, .webp, .tif or .bmp."
                        .formatted(file)));
  }

  /**
   * The format of a file that is to hold such an image.
   *
   * @throws ButcherblockException if none can
   */
  static WrittenFormat check(ImageSize size, boolean alpha, Path file) {
    WrittenFormat format = required(file);
    if (alpha && !format.alpha) {
      throw new ButcherblockException(
          "Cannot write %s: %s cannot hold the image's transparency; name a file that ends in %s."
              .formatted(file, format.title(), endingsOf(each -> each.alpha)));
    }
    int side = Math.max(size.width(), size.height());
    if (side > format.longestSide) {
      throw new ButcherblockException(
          "Cannot write %s: %s cannot hold an image of %s; name a file that ends in %s."
              .formatted(file, format.title(), size, endingsOf(each -> side <= each.longestSide)));
    }
    return format;
  }

  private static String endingsOf(Predicate<WrittenFormat> which) {
    List<String> names =
        Arrays.stream(values())
            .filter(which)
            .filter(each -> each != BMP)
            .map(each -> "." + each.ending)
            .collect(Collectors.toList());
    String last = names.remove(names.size() - 1);
    return String.join(", ", names) + " or " + last;
  }

  /** Its name in sentences. */
  String title() {
    return this == WEBP ? "WebP" : name();
  }

  /** The most bits of a sample: 8 or 16. */
  int bits() {
    return bits;
  }

  /** Whether it may lose something of the pixels, and how much can be chosen. */
  boolean hasQuality() {
    return quality;
  }

  /** The channels that are stored of an image of 1 or 3. */
  int channels(Image image) {
    return this == WEBP ? 3 : image.channels();
  }
}
