package io.butcherblock.serve;

import io.butcherblock.image.Image;
import io.butcherblock.image.ImageSize;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The most bytes that a file of an image takes, in each format that is written. */
final class LargestFile {

  /** Formats compress samples, or frame those that cannot be compressed: that takes less. */
  private static final int PART_FOR_FRAMES = 50;

  /** PNG has a byte more in each row, and TIFF, as the JDK writes it, a strip for eight rows. */
  private static final int FRAME_OF_ROW = 20;

  private static final long HEADERS = 4096;

  private LargestFile() {}

  /**
   * Of an image that is made of another, with its channels and bits.
   *
   * @param size of the image that is made
   * @param source the file of the other, whose color profile and the like are taken over
   */
  static long bytes(Image image, ImageSize size, Path source) {
    long perPixel = (image.channels() + (image.hasAlpha() ? 1 : 0)) * (image.bits() / 8L);
    long samples = (size.width() * perPixel + FRAME_OF_ROW) * size.height();
    return samples + samples / PART_FOR_FRAMES + HEADERS + bytes(source);
  }

  private static long bytes(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
