package io.butcherblock.image;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/** What the names of image files tell. No file is looked at. */
public final class ImageNames {

  /** The extensions of files that can be read. */
  public static final Set<String> EXTENSIONS =
      Set.of(
          "png", "jpg", "jpeg", "jpe", "jfif", "jif", "bmp", "dib", "tif", "tiff", "webp", "gif");

  private ImageNames() {}

  /**
   * Whether a file's name has one of {@link #EXTENSIONS}, in whatever letters. Names that begin
   * with a dot do not count.
   */
  public static boolean isImage(Path file) {
    return EXTENSIONS.contains(extension(file)) && !baseName(file).startsWith(".");
  }

  /**
   * The file's name without the extension of an image: {@code baby} of {@code HR/baby.png}, {@code
   * v1.2} of {@code HR/v1.2}.
   */
  public static String baseName(Path file) {
    String name = String.valueOf(file.getFileName());
    int dot = name.lastIndexOf('.');
    return dot > 0 && EXTENSIONS.contains(extension(file)) ? name.substring(0, dot) : name;
  }

  /** The extension in lower case, without its dot; empty where there is none. */
  public static String extension(Path file) {
    String name = String.valueOf(file.getFileName());
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
  }
}
