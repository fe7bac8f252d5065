package io.butcherblock.upscale;

import io.butcherblock.error.ButcherblockException;
import io.butcherblock.files.ContentDigest;
import io.butcherblock.files.Outputs;
import io.butcherblock.image.Image;
import io.butcherblock.image.ImageEncoding;
import io.butcherblock.image.ImageFiles;
import io.butcherblock.image.ImageMetadata;
import io.butcherblock.image.ImageOrigin;
import io.butcherblock.image.ImageSize;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * One image file that is to be enlarged into another.
 *
 * @param from the file to read
 * @param to the file to write
 * @param origin a SHA-256 digest of all that the enlarged image depends on, which is written into
 *     PNG files and tells whether {@code to} is already done; empty if that is not known
 * @param encoding how {@code to} is coded
 */
public record FileUpscaling(Path from, Path to, Optional<String> origin, ImageEncoding encoding) {

  /**
   * Plans the enlargement of a file.
   *
   * @param from the file to read
   * @param to the file to write
   * @param facts what the enlarged image depends on apart from the source image; if empty, {@link
   *     #isDone} is always false
   * @param encoding how {@code to} is coded, which does not count for {@link #isDone}: PNG files,
   *     which alone can be told to be done, have no quality
   * @throws ButcherblockException if {@code from} cannot be read, both are the same file, or {@code
   *     to} cannot be coded so
   */
  public static FileUpscaling of(Path from, Path to, List<String> facts, ImageEncoding encoding) {
    Outputs.check(to, List.of(from));
    encoding.check(to);
    return new FileUpscaling(
        from,
        to,
        facts.isEmpty()
            ? Optional.empty()
            : Optional.of(new ContentDigest().add(String.join("\n", facts)).add(from).hex()),
        encoding);
  }

  /** Whether {@code to} exists and was made from the same image in the same way. */
  public boolean isDone() {
    return origin.isPresent() && ImageOrigin.of(to).equals(origin);
  }

  /**
   * Reads the source image, and checks that its enlargement can be written.
   *
   * @param scale the enlargement: 2, 3 or 4
   * @throws ButcherblockException if {@code from} cannot be read, or {@code to} cannot be written
   */
  public Image read(int scale) {
    return read(TargetSize.by(scale));
  }

  /**
   * Reads the source image, and checks that its enlargement can be written.
   *
   * @param size that of the enlargement
   * @throws ButcherblockException if {@code from} cannot be read, is larger than {@code size}, or
   *     {@code to} cannot be written
   */
  public Image read(TargetSize size) {
    Image image = ImageFiles.read(from);
    ImageSize target;
    try {
      target = size.of(ImageSize.of(image));
    } catch (ButcherblockException e) {
      throw e.within(from.toString());
    }
    ImageFiles.checkWritable(target, image.hasAlpha(), to);
    return image;
  }

  /**
   * Writes the enlarged image, completely or not at all, with the color profile and whatever else
   * the source file says beside its pixels, as far as the format can hold it.
   *
   * @return what the source file says beside its pixels
   * @throws ButcherblockException if {@code to} cannot be written
   */
  public ImageMetadata write(Image large) {
    ImageMetadata metadata = ImageFiles.metadata(from);
    ImageFiles.write(large, to, origin, metadata, encoding);
    return metadata;
  }
}
