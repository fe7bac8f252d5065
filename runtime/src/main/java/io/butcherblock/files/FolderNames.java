package io.butcherblock.files;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What folders are called in tables and pictures. */
public final class FolderNames {

  private FolderNames() {}

  /** The folder's own name; all of the path where there is none, as of a drive. */
  public static String of(Path folder) {
    return tail(absolute(folder), 1);
  }

  /**
   * A name for each folder, in their order: its own, and of folders that share it the shortest ends
   * of their paths that differ, such as {@code a/Set5} and {@code b/Set5}. Only one folder given
   * twice has one name twice.
   */
  public static List<String> distinct(List<Path> folders) {
    Set<Path> all = folders.stream().map(FolderNames::absolute).collect(Collectors.toSet());
    return folders.stream().map(folder -> distinct(absolute(folder), all)).toList();
  }

  private static String distinct(Path folder, Set<Path> all) {
    for (int parts = 1; parts <= folder.getNameCount(); parts++) {
      int length = parts;
      String name = tail(folder, length);
      if (all.stream().filter(other -> tail(other, length).equals(name)).count() == 1) {
        return name;
      }
    }
    return folder.toString();
  }

  private static String tail(Path folder, int parts) {
    int all = folder.getNameCount();
    return all == 0 ? folder.toString() : folder.subpath(Math.max(0, all - parts), all).toString();
  }

  private static Path absolute(Path folder) {
    return folder.toAbsolutePath().normalize();
  }
}
