package io.butcherblock.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.util.Optional;

/** A lock of the operating system that one process has, until it closes the file or ends. */
final class ChannelLock {

  /** Behind all content of a file, for on Windows nobody else can read what is locked. */
  private static final long LOCKED_BYTE = 1L << 40;

  private ChannelLock() {}

  /**
   * Takes the lock of an open file, until its channel is closed, or, on Unix, any channel of this
   * process to the same file.
   *
   * @return whether it was free; empty where the file system has no locks, as some of a network
   */
  static Optional<Boolean> tryLock(FileChannel channel) {
    try {
      FileLock lock = channel.tryLock(LOCKED_BYTE, 1, /* shared= */ false);
      return Optional.of(lock != null);
    } catch (OverlappingFileLockException e) {
      return Optional.of(false);
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
