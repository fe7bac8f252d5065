package io.butcherblock.options;

import io.butcherblock.error.ButcherblockException;
import io.butcherblock.error.PlainText;
import io.butcherblock.names.NameList;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

/** Files that a command is to read and that are not there: all are told, before any work. */
public final class MissingFiles {

  private static final int NAMED = 10;

  private MissingFiles() {}

  /**
   * Refuses missing files.
   *
   * @param inputs files and folders
   * @throws ButcherblockException if one is not there; names all
   */
  public static void refuse(Collection<Path> inputs) {
    List<String> missing =
        inputs.stream().filter(file -> !Files.exists(file)).distinct().map(PlainText::of).toList();
    if (!missing.isEmpty()) {
      throw new ButcherblockException(
          "Cannot read %s: no such %s."
              .formatted(NameList.of(missing, NAMED), missing.size() == 1 ? "file" : "files"));
    }
  }
}
