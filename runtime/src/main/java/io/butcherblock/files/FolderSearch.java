package io.butcherblock.files;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Looks for files below a folder, to name in a message what was meant. */
public final class FolderSearch {

  /** An ablation at several scales has its runs at depth 6; folders at the last are not entered. */
  private static final int DEPTH = 7;

  /** Of a whole disk not all is looked at. */
  private static final int MOST_VISITED = 20_000;

  private FolderSearch() {}

  /**
   * The files of a name in {@code folder} and those below it; not those below a folder that has
   * one. What cannot be read is passed over, and so is what lies very deep, or behind tens of
   * thousands of files.
   *
   * @param folder need not exist
   * @param glob as {@code *.png}
   * @return in the order of their names
   */
  public static List<Path> files(Path folder, String glob) {
    Search search = new Search(glob);
    try {
      Files.walkFileTree(folder, Set.of(), DEPTH, search);
    } catch (IOException e) {
      // Those found are enough for a message.
    }
    return search.found.stream().sorted().toList();
  }

  private static final class Search extends SimpleFileVisitor<Path> {

    private final String glob;
    private final List<Path> found = new ArrayList<>();
    private int visited;

    Search(String glob) {
      this.glob = glob;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      int before = found.size();
      try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, glob)) {
        files.forEach(found::add);
      } catch (IOException | DirectoryIteratorException e) {
        return FileVisitResult.SKIP_SUBTREE;
      }
      if (found.size() > before) {
        return FileVisitResult.SKIP_SUBTREE;
      }
      return goOn();
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      return goOn();
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
      return goOn();
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, IOException e) {
      return FileVisitResult.CONTINUE;
    }

    private FileVisitResult goOn() {
      visited++;
      return visited < MOST_VISITED ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
    }
  }
}
