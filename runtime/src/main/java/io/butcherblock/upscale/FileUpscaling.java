package io.butcherblock.upscale;

import io.butcherblock.data.Image;
import io.butcherblock.data.ImageFiles;
import io.butcherblock.data.ImageSize;
import io.butcherblock.error.ButcherblockException;
import io.butcherblock.files.ContentDigest;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * One image file that is to be enlarged into another.
 *
 * @param from the file to read
 * @param to the file to write
 * @param origin a digest of all that the enlarged image is made of, by which it is known again; it
 *     is noted in PNG files, the others have no place for it
 */
public record FileUpscaling(Path from, Path to, Optional<String> origin) {

  /**
   * The enlargement of a file.
   *
   * @param facts what the enlarged image depends on besides the image; where there are none, the
   *     file that is written is not known again
   * @throws ButcherblockException if {@code from} cannot be read, or is {@code to}
   */
  public static FileUpscaling of(Path from, Path to, List<String> facts) {
    if (to.toAbsolutePath().normalize().equals(from.toAbsolutePath().normalize())) {
      throw new ButcherblockException(
          from + " would be written over by its own enlargement; name another file.");
    }
    return new FileUpscaling(
        from,
        to,
        facts.isEmpty()
            ? Optional.empty()
            : Optional.of(new ContentDigest().add(String.join("\n", facts)).add(from).hex()));
  }

  /** Whether {@code to} is there and was made of the same image in the same way. */
  public boolean isDone() {
    return origin.isPresent() && ImageFiles.origin(to).equals(origin);
  }

  /**
   * Reads the image, and checks before long work that its enlargement can be written.
   *
   * @throws ButcherblockException if one cannot be read, or the other not be written
   */
  public Image read(int scale) {
    Image image = ImageFiles.read(from);
    ImageFiles.checkWritable(ImageSize.of(image).times(scale), image.hasAlpha(), to);
    return image;
  }

  /**
   * Writes the enlarged image, whole or not at all.
   *
   * @throws ButcherblockException if that fails
   */
  public void write(Image large) {
    if (origin.isPresent()) {
      ImageFiles.write(large, to, origin.get());
    } else {
      ImageFiles.write(large, to);
    }
  }
}
