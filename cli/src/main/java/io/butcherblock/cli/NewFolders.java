package io.butcherblock.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The folders that a command makes for what it writes. They are made before long work, to find out
 * whether they can be written to; where the work fails, those that are still empty are removed.
 */
final class NewFolders {

  private NewFolders() {}

  /**
   * Works, and if that fails removes the empty folders that it made at a place.
   *
   * @param out the file or folder that the work writes; need not be there
   */
  static void during(Path out, Runnable work) {
    List<Path> missing = missing(out);
    boolean done = false;
    try {
      work.run();
      done = true;
    } finally {
      if (!done) {
        missing.forEach(NewFolders::removeIfEmpty);
      }
    }
  }

  /** What is not there of a path, the innermost first. */
  private static List<Path> missing(Path out) {
    List<Path> missing = new ArrayList<>();
    for (Path at = out.toAbsolutePath();
        at != null && !Files.exists(at, LinkOption.NOFOLLOW_LINKS);
        at = at.getParent()) {
      missing.add(at);
    }
    return missing;
  }

  private static void removeIfEmpty(Path folder) {
    try {
      if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
        Files.delete(folder);
      }
    } catch (IOException e) {
      // Something is in it, or it must stay: the failure of the work is the one to report.
    }
  }
}
