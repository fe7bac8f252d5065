package io.butcherblock.image;

import io.butcherblock.error.ButcherblockException;
import io.butcherblock.files.WholeFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Image files: PNG, JPEG, BMP, TIFF, WebP and GIF are read, all of these but GIF are written.
 *
 * <p>What reading makes of a file:
 *
 * <ul>
 *   <li>grey stays grey (1 channel), also from a palette that holds greys only; other palettes
 *       become RGB; CMYK becomes RGB, by its profile if it has one; Lab becomes sRGB;
 *   <li>samples v of up to 8 bits n become 8-bit ones, v * 255 / (2^n - 1) rounded; those of more
 *       become 16-bit ones in the same way, as do those of floating point, where 1 is white;
 *   <li>alpha is kept as it is, colors are not multiplied by it (those that are stored so are
 *       divided);
 *   <li>the orientation that a camera noted (EXIF) is applied, so that the photograph is upright;
 *   <li>samples are taken as they are stored: neither gamma nor color profile changes them. {@link
 *       ImageMetadata} has the profile, so that an image made of this one can be written with it;
 *   <li>of a file of several images the first is read, that of an animation on the whole, else
 *       transparent canvas; of a TIFF file the first page that is not a small copy of another.
 * </ul>
 */
public final class ImageFiles {

  private ImageFiles() {}

  /**
   * Reads an image file: PNG, JPEG, BMP, TIFF, WebP or GIF.
   *
   * @return the image, upright, as grey or RGB of 8 or 16 bits, with alpha if the file has it
   * @throws ButcherblockException if the file is missing, empty, truncated, damaged, of an unknown
   *     format, or too large for the memory that Java may use
   */
  public static Image read(Path file) {
    return ImageReading.read(file);
  }

  /**
   * Reads the size of an image file, as it is when upright, without decoding its pixels.
   *
   * @throws ButcherblockException if the file is missing, empty or of an unknown format, or its
   *     header is damaged
   */
  public static ImageSize size(Path file) {
    return ImageReading.size(file);
  }

  /**
   * Writes an image file in the format of the extension: png, jpg or jpeg (quality 95, colors not
   * subsampled), webp (lossless), tif or tiff, bmp. JPEG, WebP and BMP hold 8 bits, to which the
   * samples of a 16-bit image are rounded. The file is written completely or not at all.
   *
   * @param image written with its alpha
   * @param file replaced if it exists
   * @throws ButcherblockException if the extension is another one, the format cannot hold the
   *     image's alpha, or the file cannot be written
   */
  public static void write(Image image, Path file) {
    write(image, file, Optional.empty(), ImageMetadata.NONE, ImageEncoding.DEFAULT);
  }

  /**
   * Writes an image file in the format of the extension: png, jpg or jpeg (quality 95, colors not
   * subsampled), webp (lossless), tif or tiff, bmp. JPEG, WebP and BMP hold 8 bits, to which the
   * samples of a 16-bit image are rounded. The file is written completely or not at all. A PNG file
   * also holds a text that says what the image was made of; the other formats have no place for it.
   *
   * @param image written with its alpha
   * @param file replaced if it exists
   * @param origin a few ASCII characters, at least one, such as a digest; {@link ImageOrigin#of}
   *     reads it
   * @throws ButcherblockException if the extension is another one, the format cannot hold the
   *     image's alpha, or the file cannot be written
   */
  public static void write(Image image, Path file, String origin) {
    write(image, file, Optional.of(origin), ImageMetadata.NONE, ImageEncoding.DEFAULT);
  }

  /**
   * Writes an image file in the format of the extension, with what another image's file said beside
   * its pixels: color profile, resolution and EXIF, whose orientation becomes upright, whose size
   * becomes that of {@code image}, and whose small picture is left out. {@link #lost} tells what
   * the format cannot hold.
   *
   * @param image written with its alpha
   * @param file replaced if it exists; completely written or not at all
   * @param origin as of {@link #write(Image, Path, String)}; may be empty
   * @param metadata of the file that the image was made of
   * @throws ButcherblockException if the extension is another one, the format cannot hold the
   *     image's alpha, or the file cannot be written
   */
  public static void write(
      Image image, Path file, Optional<String> origin, ImageMetadata metadata) {
    write(image, file, origin, metadata, ImageEncoding.DEFAULT);
  }

  /**
   * Writes an image file as {@link #write(Image, Path, Optional, ImageMetadata)} does, of a chosen
   * quality.
   *
   * @param image written with its alpha
   * @param file replaced if it exists; completely written or not at all
   * @param origin as of {@link #write(Image, Path, String)}; may be empty
   * @param metadata of the file that the image was made of
   * @param encoding the quality of JPEG or WebP
   * @throws ButcherblockException if the extension is another one or its format has no quality
   *     though one is chosen, the format cannot hold the image's alpha, or the file cannot be
   *     written
   */
  public static void write(
      Image image,
      Path file,
      Optional<String> origin,
      ImageMetadata metadata,
      ImageEncoding encoding) {
    ImageWriting.write(image, file, origin, metadata, encoding);
  }

  /**
   * Checks, before long work, that an image could be written: that the extension names a format
   * which can hold it, and that the folder can be written to.
   *
   * @param size of the image
   * @param alpha whether the image will have alpha
   * @param file not changed
   * @throws ButcherblockException if the image could not be written
   */
  public static void checkWritable(ImageSize size, boolean alpha, Path file) {
    ImageWriting.check(size, alpha, file);
    WholeFile.checkPlace(file);
  }

  /**
   * Lists the image files of a folder, without those of folders below it, sorted by name; see
   * {@link ImageFolder}, which tells what was left out, too.
   *
   * @return may be empty
   * @throws ButcherblockException if {@code folder} is not a folder or cannot be listed
   */
  public static List<Path> list(Path folder) {
    return ImageFolder.of(folder).images();
  }

  /**
   * Lists the image files of a folder, without those of folders below it, sorted by name.
   *
   * @return at least one file
   * @throws ButcherblockException if {@code folder} holds no image, is not a folder or cannot be
   *     listed
   */
  public static List<Path> listNonEmpty(Path folder) {
    return listNonEmpty(ImageFolder.of(folder));
  }

  /**
   * The images of a folder that was listed.
   *
   * @return at least one file
   * @throws ButcherblockException if there is none
   */
  public static List<Path> listNonEmpty(ImageFolder listed) {
    if (listed.images().isEmpty()) {
      throw new ButcherblockException(
          "There is no image in "
              + listed.folder()
              + ": name "
              + listed.foldersOfImages().orElse("a folder that has some")
              + "."
              + listed.note().map(note -> " " + note).orElse(""));
    }
    return listed.images();
  }

  /**
   * Reads what a file says beside its pixels. What of it is damaged counts as absent.
   *
   * @return without anything, if the file is no image
   */
  public static ImageMetadata metadata(Path file) {
    return MetadataReading.read(file);
  }

  /**
   * What would be lost if an image was written to a file, each as a noun of a sentence, such as
   * "color profile (Display P3)".
   *
   * @param metadata of the file that the image was made of
   * @param image the image to be written, of which the colors count
   * @param file of which the extension counts
   */
  public static List<String> lost(ImageMetadata metadata, Image image, Path file) {
    return MetadataWriting.lost(metadata, image, file);
  }
}
