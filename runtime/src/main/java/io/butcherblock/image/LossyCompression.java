package io.butcherblock.image;

import io.butcherblock.files.RegularFile;
import io.butcherblock.formats.FileFormat;
import io.butcherblock.formats.JpegQuality;
import io.butcherblock.formats.JpegSegments;
import io.butcherblock.formats.TiffPages;
import io.butcherblock.formats.WebpChunks;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import javax.imageio.stream.FileImageInputStream;

/** Whether what an image file holds went through lossy compression that leaves artifacts. */
public final class LossyCompression {

  /** From this quality on JPEG's steps are of one or two levels and leave nothing to be seen. */
  private static final int WITHOUT_ARTIFACTS = 98;

  private LossyCompression() {}

  /**
   * Looks into a file: of a JPEG at its quantization tables, of a WebP or TIFF at its kind.
   *
   * @return the compression in words, such as {@code a JPEG of quality 75}; empty if the file is
   *     compressed without loss, is a JPEG of a quality of at least 98, or cannot be read
   */
  public static Optional<String> of(Path file) {
    try (RandomAccessFile in = RegularFile.open(file)) {
      return switch (FileFormat.of(in)) {
        case JPEG -> ofJpeg(JpegQuality.of(new JpegSegments(in).quantization()));
        case WEBP -> ofWebp(new WebpChunks(in));
        case TIFF -> ofTiff(new TiffPages(new FileImageInputStream(in)));
        case PNG, GIF, OTHER -> Optional.empty();
      };
    } catch (IOException | RuntimeException e) {
      // Who reads the pixels says what is wrong with the file.
      return Optional.empty();
    }
  }

  private static Optional<String> ofJpeg(OptionalInt quality) {
    if (quality.isEmpty()) {
      return Optional.of("a JPEG");
    }
    return quality.getAsInt() < WITHOUT_ARTIFACTS
        ? Optional.of("a JPEG of quality " + quality.getAsInt())
        : Optional.empty();
  }

  private static Optional<String> ofTiff(TiffPages pages) throws IOException {
    return pages.holdsJpeg() ? Optional.of("a TIFF compressed as JPEG") : Optional.empty();
  }

  private static Optional<String> ofWebp(WebpChunks chunks) {
    return chunks.has("VP8 ") || chunks.frames() > 1
        ? Optional.of("a WebP of lossy compression")
        : Optional.empty();
  }
}
