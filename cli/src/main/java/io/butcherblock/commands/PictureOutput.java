package io.butcherblock.commands;

import io.butcherblock.error.ButcherblockException;
import io.butcherblock.image.ImageEncoding;
import io.butcherblock.options.Converters;
import java.util.Locale;
import java.util.Optional;
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

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description =
          "Format of files in a folder, or of an image on standard output: png, jpg, webp, tif or"
              + " bmp (default: png). That of a file that is named is told by its ending.")
  private Format format;

  /** The formats that are written, by the endings of files. */
  enum Format {
    PNG,
    JPG,
    WEBP,
    TIF,
    BMP
  }

  /** The ending of files in a folder, or for the format of standard output; empty if not given. */
  Optional<String> format() {
    return Optional.ofNullable(format).map(each -> each.name().toLowerCase(Locale.ROOT));
  }

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
