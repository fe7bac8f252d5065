package io.butcherblock.cli;

import io.butcherblock.data.ImageEncoding;
import io.butcherblock.error.ButcherblockException;
import java.util.OptionalInt;
import picocli.CommandLine.Option;

/** How the images that a command makes are coded. */
final class PictureOutput {

  /** What help says of the file to write. */
  static final String FORMATS =
      "PNG, JPEG, WebP, TIFF or BMP by its ending: .png, .jpg, .webp, .tif, .bmp.";

  @Option(
      names = "--quality",
      paramLabel = "Q",
      converter = Converters.Quality.class,
      description =
          "1 to 100, of JPEG and WebP; without it JPEG has 95 and WebP is lossless. The other"
              + " formats are always lossless.")
  private OptionalInt quality = OptionalInt.empty();

  /**
   * The encoding of a command's images.
   *
   * @throws ButcherblockException if an image cannot be coded so
   */
  ImageEncoding of(ImageJobs images) {
    ImageEncoding encoding = new ImageEncoding(quality);
    images.jobs().forEach(job -> encoding.check(job.to()));
    return encoding;
  }
}
