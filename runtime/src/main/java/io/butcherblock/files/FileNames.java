package io.butcherblock.files;

import io.butcherblock.error.ButcherblockException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * Names of files that Java has no letters for. It takes them apart by the character set of the
 * locale, which with {@code LC_ALL=C} or no locale at all is ASCII: such a file is listed, but can
 * neither be opened by its name, nor can a name be made of it.
 */
public final class FileNames {

  private FileNames() {}

  /**
   * Refuses a file whose name cannot be expressed.
   *
   * @throws ButcherblockException if so; the message says how to start Java
   */
  public static void check(Path file) {
    boolean same;
    try {
      same = file.getFileSystem().getPath(file.toString()).equals(file);
    } catch (InvalidPathException e) {
      same = false;
    }
    if (!same) {
      throw refusal(file.toString(), null);
    }
  }

  /**
   * The failure to make a path of a text, as a sentence.
   *
   * @param e its cause
   */
  public static ButcherblockException refusal(InvalidPathException e) {
    return e.getReason().contains("unmappable")
        ? refusal(e.getInput(), e)
        : new ButcherblockException(
            "'%s' is no name of a file: %s.".formatted(e.getInput(), e.getReason()), e);
  }

  private static ButcherblockException refusal(String name, InvalidPathException cause) {
    String characters = System.getProperty("sun.jnu.encoding");
    // All letters are in UTF-8: such a name was written in another character set.
    String advice =
        "UTF-8".equals(characters)
            ? "rename the file"
            : "set LC_ALL=C.UTF-8 before Java is started";
    return new ButcherblockException(
        "Java cannot name the file '%s': its letters are not in the character set of this locale, %s; %s."
            .formatted(name, characters, advice),
        cause);
  }
}
