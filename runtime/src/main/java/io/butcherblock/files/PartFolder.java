package io.butcherblock.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Deletes the parts that processes left in a folder which were killed while writing. */
final class PartFolder {

  /** Locks need not reach other machines. */
  private static final Duration SILENCE_OF_OTHER_MACHINES = Duration.ofDays(1);

  private static final int MOST_REMEMBERED = 1000;

  private static final Set<Path> DONE = new HashSet<>();

  private PartFolder() {}

  /** Does so once in this process. What cannot be deleted stays. */
  static void clear(Path folder) {
    synchronized (DONE) {
      if (DONE.size() == MOST_REMEMBERED) {
        DONE.clear();
      }
      if (!DONE.add(folder.toAbsolutePath())) {
        return;
      }
    }
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> parts = files.filter(PartFolder::mayBeLeft).toList();
      parts.forEach(PartFolder::deleteUnlessLocked);
    } catch (IOException | UncheckedIOException e) {
      // Who writes here will be told.
    }
  }

  private static boolean mayBeLeft(Path file) {
    // To open a file of this process would end its lock.
    return PartName.of(file)
        .filter(name -> !name.process().equals(PartName.OF_THIS_PROCESS.process()))
        .filter(name -> name.host().equals(PartName.OF_THIS_PROCESS.host()) || isOld(file))
        .isPresent();
  }

  private static boolean isOld(Path file) {
    try {
      Instant changed = Files.getLastModifiedTime(file).toInstant();
      return changed.isBefore(Instant.now().minus(SILENCE_OF_OTHER_MACHINES));
    } catch (IOException e) {
      return false;
    }
  }

  private static void deleteUnlessLocked(Path file) {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock()) {
      if (lock != null) {
        Files.delete(file);
      }
    } catch (IOException e) {
      // Another process deletes it too, or there are no locks here.
    }
  }
}
