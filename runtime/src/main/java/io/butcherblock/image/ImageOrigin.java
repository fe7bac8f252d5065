package io.butcherblock.image;

import io.butcherblock.formats.FileCompleteness;
import io.butcherblock.formats.PngText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What an image was made of, in a text of its PNG file, by which files of this library are known.
 */
public final class ImageOrigin {

  /** The origin of curves and other figures, which data sets leave out. */
  public static final String FIGURE = "figure";

  /** Of the text in a PNG file, and of the like in an SVG file. */
  public static final String KEYWORD = "butcherblock-origin";

  private ImageOrigin() {}

  /**
   * Reads the text that a PNG file written by {@link ImageFiles#write(Image, Path, String)} holds
   * about what it was made of.
   *
   * @return empty if the file is missing or truncated, of another format, or holds no such text
   */
  public static Optional<String> of(Path file) {
    try {
      Optional<String> origin = PngText.find(file, KEYWORD);
      if (origin.isPresent()) {
        FileCompleteness.check(file);
      }
      return origin;
    } catch (IOException | UnsupportedOperationException e) {
      // Missing, torn or strange: there is no image of any origin.
      return Optional.empty();
    }
  }

  /**
   * Adds to a PNG file in memory the text of {@link ImageFiles#write(Image, Path, String)}.
   *
   * @param png not changed
   * @param origin a few ASCII characters, at least one
   * @return a new array
   */
  public static byte[] addTo(byte[] png, String origin) {
    return MetadataWriting.withText(png, KEYWORD, origin);
  }
}
