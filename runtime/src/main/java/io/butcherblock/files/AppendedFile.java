package io.butcherblock.files;

import io.butcherblock.error.ButcherblockException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/**
 * A file to which records are added one after the other, each at once, so that a crash costs the
 * last one at most. Closing it closes the channel.
 *
 * @param file what failures name
 * @param channel of the file, open to write; it stands where the next record goes
 */
public record AppendedFile(Path file, FileChannel channel) implements AutoCloseable {

  /**
   * Adds a record.
   *
   * @throws ButcherblockException if the disk is full
   */
  public void append(byte[] record) {
    ByteBuffer buffer = ByteBuffer.wrap(record);
    try {
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
    } catch (IOException e) {
      throw FileFailure.cannot("write", file, e);
    }
  }

  /** Brings all that was added to the disk. */
  public void force() {
    try {
      channel.force(true);
    } catch (IOException e) {
      throw FileFailure.cannot("write", file, e);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw FileFailure.cannot("write", file, e);
    }
  }
}
