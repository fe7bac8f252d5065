package io.butcherblock.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/**
 * A file on its way: it has a hidden name of its own until it is complete, and is then renamed. The
 * name says nothing of the file's, so that it is never too long.
 *
 * <p>What is left of it when the process ends is deleted by Java's own last hook, behind all hooks
 * of programs, some of which wait until files are written. After a kill, {@link PartFolder} deletes
 * it. It tells a part that is being written by the lock that the writer holds.
 */
final class PartFile implements AutoCloseable {

  /** The names of one process are few, for Java keeps each that is to be deleted at the end. */
  private static final int MOST_DELETED_AT_END = 4096;

  private static final Set<Path> IN_USE = new HashSet<>();
  private static final Set<Path> DELETED_AT_END = new HashSet<>();

  private final Path path;
  private final FileChannel channel;
  private boolean moved;

  private PartFile(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  /** Creates a part in a folder, of which there is one. */
  static PartFile in(Path folder) throws IOException {
    for (int number = 0; ; number++) {
      Path path = folder.resolve(PartName.OF_THIS_PROCESS.numbered(number));
      if (reserve(path)) {
        try {
          FileChannel channel =
              FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
          if (lock(channel) && Files.exists(path)) {
            deleteAtEnd(path);
            return new PartFile(path, channel);
          }
          // Another process took it for a part that was left behind, before it was locked.
          channel.close();
        } catch (FileAlreadyExistsException e) {
          // The same folder by another name.
        } catch (IOException e) {
          release(path);
          throw e;
        }
        release(path);
      }
    }
  }

  private static boolean lock(FileChannel channel) {
    try {
      // Kept until the channel is closed.
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (IOException e) {
      // There are no locks on this file system, so nobody takes parts for left behind.
      return true;
    }
  }

  private static boolean reserve(Path path) {
    synchronized (IN_USE) {
      if (!IN_USE.add(path)) {
        return false;
      }
      if (path.getFileSystem().equals(java.nio.file.FileSystems.getDefault())
          && DELETED_AT_END.size() < MOST_DELETED_AT_END) {
        DELETED_AT_END.add(path);
      }
    }
    deleteAtEnd(path);
    return true;
  }

  /**
   * Names a part to Java's last hook; again once it is there, for the hook may have been at work in
   * between. Behind that hook the process lives on for some milliseconds, in which nothing may be
   * created that nobody would delete.
   */
  private static void deleteAtEnd(Path path) {
    synchronized (IN_USE) {
      if (!DELETED_AT_END.contains(path)) {
        return;
      }
    }
    try {
      path.toFile().deleteOnExit();
    } catch (IllegalStateException e) {
      path.toFile().delete();
      waitForTheEnd();
    }
  }

  private static void waitForTheEnd() {
    while (true) {
      LockSupport.park();
    }
  }

  private static void release(Path path) {
    synchronized (IN_USE) {
      IN_USE.remove(path);
    }
  }

  FileChannel channel() {
    return channel;
  }

  /** Lets those read and write it who may with the file that it shall replace, if there is one. */
  void takePermissionsOf(Path file) {
    PosixFileAttributeView view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
    if (view == null || !Files.exists(file)) {
      return;
    }
    try {
      view.setPermissions(Files.getPosixFilePermissions(file));
    } catch (IOException e) {
      // A file system that has none of its own for each file.
    }
  }

  /** Gives the part, once it is on disk, its name. */
  void moveTo(Path file) throws IOException {
    channel.force(true);
    // While it is locked.
    Files.move(path, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    moved = true;
  }

  /** Deletes the part unless it was moved. */
  @Override
  public void close() {
    try (channel) {
      if (!moved) {
        Files.deleteIfExists(path);
      }
    } catch (IOException ignored) {
      // The failure that brought us here is the one to report.
    } finally {
      release(path);
    }
  }
}
