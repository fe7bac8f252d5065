package io.butcherblock.files;

import io.butcherblock.error.ButcherblockException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads files that are taken into memory whole. A pipe or a device, which may never end, is refused
 * before it is opened, and so is what is larger than any file of its kind.
 */
public final class BoundedFile {

  private BoundedFile() {}

  /**
   * Reads a file.
   *
   * @param most the bytes that a file of this kind can have
   * @throws IOException if it is missing or cannot be read
   * @throws ButcherblockException if it is no regular file or has more bytes
   */
  public static byte[] read(Path file, int most) throws IOException {
    checkIsFile(file);
    try (InputStream in = Files.newInputStream(file)) {
      checkSize(file, Files.size(file), most);
      // It can have grown since.
      byte[] bytes = in.readNBytes(most);
      checkSize(file, (long) bytes.length + (in.read() < 0 ? 0 : 1), most);
      return bytes;
    }
  }

  /**
   * Checks a size before memory is taken.
   *
   * @throws ButcherblockException if it is more than {@code most}
   */
  static void checkSize(Path file, long bytes, int most) {
    if (bytes > most) {
      throw new ButcherblockException(
          file
              + " has more than "
              + most
              + " bytes, as no file of its kind has; it is damaged, or another file.");
    }
  }

  /**
   * Checks that what is there is a file; it may be missing.
   *
   * @throws ButcherblockException if it is a pipe, a device or a folder
   */
  public static void checkIsFile(Path file) {
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw new ButcherblockException(
          "Cannot read "
              + file
              + ": it is "
              + (Files.isDirectory(file) ? "a folder" : "no regular file")
              + "; name a file.");
    }
  }
}
