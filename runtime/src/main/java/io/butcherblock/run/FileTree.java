package io.butcherblock.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.stream.Stream;

/** Folders with all that is in them. */
final class FileTree {

  private FileTree() {}

  /** Deletes a folder if it is there; symbolic links in it are not followed. */
  static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  /**
   * Deletes a folder whose name says that it is whole, so that it never has that name in part.
   *
   * @param other a name that says that it is not; nothing has it
   */
  static void delete(Path folder, Path other) throws IOException {
    Files.move(folder, other, StandardCopyOption.ATOMIC_MOVE);
    delete(other);
  }
}
