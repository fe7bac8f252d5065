package io.butcherblock.files;

import io.butcherblock.error.ButcherblockException;
import io.butcherblock.error.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Files and folders in the system's folder for temporary files, which only this user can read where
 * the system has permissions. The caller removes them.
 */
public final class TemporaryFiles {

  private TemporaryFiles() {}

  /**
   * Makes an empty file.
   *
   * @param what is written there, as {@code the trained weights photo-x2}
   * @throws ButcherblockException if it cannot be made; the message says what to do
   */
  public static Path file(String prefix, String suffix, String what) {
    try {
      return Files.createTempFile(place(), prefix, suffix);
    } catch (IOException e) {
      throw cannotWrite(what, e);
    }
  }

  /**
   * Makes an empty folder.
   *
   * @param what is written there, as {@code uploaded images}
   * @throws ButcherblockException if it cannot be made; the message says what to do
   */
  public static Path folder(String prefix, String what) {
    try {
      return Files.createTempDirectory(place(), prefix);
    } catch (IOException e) {
      throw cannotWrite(what, e);
    }
  }

  /** The failure to write such a file, for the caller to throw. */
  public static ButcherblockException cannotWrite(String what, IOException cause) {
    Path place = place();
    return new ButcherblockException(
        cause,
        "Cannot write %s to %s, the folder for temporary files: %s; make room for it there, or"
            + " name another folder by %s.",
        what,
        place,
        Files.isDirectory(place) ? FileFailure.reason(cause) : "there is no such folder",
        Setting.TEMPORARY_FILES);
  }

  private static Path place() {
    return Path.of(System.getProperty("java.io.tmpdir"));
  }
}
