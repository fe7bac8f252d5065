package io.butcherblock.files;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/** Where a file lies, which need not be there yet. */
final class FilePlace {

  private static final int MOST_LINKS = 40;

  /** The bits of a file's mode that say what it is. */
  private static final int FILE_KIND = 0xf000;

  private static final int PIPE = 0x1000;

  private FilePlace() {}

  /**
   * Whether there is something at a path that is no file of a disk, or stands for one that is open.
   */
  static boolean isStream(Path file) {
    if (!Files.exists(file)) {
      return false;
    }
    Path absolute = file.toAbsolutePath().normalize();
    return !Files.isRegularFile(file)
        || absolute.startsWith("/dev/fd")
        || absolute.startsWith("/dev/stdout")
        || absolute.startsWith("/dev/stderr")
        || absolute.startsWith("/proc");
  }

  /**
   * Whether there is a pipe with a name, which whoever writes to it waits for without end if nobody
   * reads from it. Those of a shell, such as behind {@code /dev/stdout}, are open already.
   */
  static boolean isNamedPipe(Path file) {
    try {
      if (!Files.exists(file) || Files.isRegularFile(file) || Files.isDirectory(file)) {
        return false;
      }
      Path place = behindLinks(file);
      return !place.startsWith("/dev")
          && !place.startsWith("/proc")
          && ((int) Files.getAttribute(file, "unix:mode") & FILE_KIND) == PIPE;
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
      // A system that has none.
      return false;
    }
  }

  /** The absolute path of the file that is written where {@code file} is named. */
  static Path behindLinks(Path file) throws IOException {
    Path at = file.toAbsolutePath();
    for (int links = 0; Files.isSymbolicLink(at); links++) {
      if (links == MOST_LINKS) {
        throw new FileSystemLoopException(file.toString());
      }
      at = at.resolveSibling(Files.readSymbolicLink(at)).toAbsolutePath();
    }
    return at;
  }

  /**
   * A path, or what of it is there already: a folder, or what is in the way of one.
   *
   * @param absolute neither it nor the folders above it need be there
   * @throws FileSystemException if a step up, {@code ..}, is from a folder that is not there, or
   *     not even the root is
   */
  static Path nearest(Path absolute) throws IOException {
    Path at = absolute;
    for (; !Files.exists(at, LinkOption.NOFOLLOW_LINKS); at = at.getParent()) {
      boolean isStepUp = at.endsWith("..");
      if (isStepUp || at.getParent() == null) {
        String missing = (isStepUp ? at.getParent() : at).toString();
        throw new FileSystemException(missing, null, "there is no folder " + missing);
      }
    }
    return at;
  }

  /**
   * Lets the file system say whether it takes the names of what is missing of a path, and the path,
   * which may be too long for it.
   *
   * @param absolute neither it nor the folders above it need be there
   */
  static void checkNames(Path absolute) throws IOException {
    Path nearest = nearest(absolute);
    for (int i = nearest.getNameCount(); i < absolute.getNameCount(); i++) {
      checkName(nearest.resolve(absolute.getName(i)));
    }
    checkName(absolute);
  }

  private static void checkName(Path missing) throws IOException {
    try {
      BasicFileAttributes unused =
          Files.readAttributes(missing, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    } catch (NoSuchFileException e) {
      // It takes it.
    }
  }

  /**
   * The path by which the system knows a file, or would know it: no link is left in it.
   *
   * @param file need not exist, nor the folders above it
   */
  static Path real(Path file) throws IOException {
    Path place = behindLinks(file);
    if (Files.exists(place)) {
      return place.toRealPath();
    }
    Path folder = place.getParent();
    // Behind links "..", too, is the folder above.
    return (Files.exists(folder) ? folder.toRealPath() : real(folder))
        .resolve(place.getFileName())
        .normalize();
  }
}
