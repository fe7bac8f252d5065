package io.butcherblock.files;

import io.butcherblock.error.ButcherblockException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Writes a temporary file in the same folder and renames it, so that a crash or a full disk never
 * leaves half a file.
 */
public final class WholeFile {

  private WholeFile() {}

  /** Writes bytes to a stream that {@link WholeFile} owns. */
  @FunctionalInterface
  public interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  /** Makes the file at a path, for libraries that write to no stream. */
  @FunctionalInterface
  public interface FileContent {
    void writeTo(Path file) throws IOException;
  }

  /**
   * Writes {@code content} to {@code file}, making the folders above it.
   *
   * @throws ButcherblockException if the place cannot be written or the disk is full; {@code file}
   *     is then what it was before
   */
  public static void write(Path file, Content content) {
    writeFile(
        file,
        beside -> {
          try (FileChannel channel =
              FileChannel.open(beside, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
            content.writeTo(out);
            out.flush();
          }
        });
  }

  /** As {@link #write}; {@code content} writes to a temporary file in its folder. */
  public static void writeFile(Path file, FileContent content) {
    Path beside = null;
    try {
      Path folder = file.toAbsolutePath().getParent();
      Files.createDirectories(folder);
      if (Files.isDirectory(file)) {
        throw new ButcherblockException("Cannot write " + file + ": it is a folder; name a file.");
      }
      // Not a temporary file of the library: only its owner could read it, and the rename keeps
      // that.
      String random = Long.toHexString(ThreadLocalRandom.current().nextLong());
      beside = folder.resolve("." + file.getFileName() + "." + random + ".part");
      content.writeTo(beside);
      try (FileChannel channel = FileChannel.open(beside, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
      beside = null;
    } catch (IOException e) {
      throw FileFailure.cannot("write", file, e);
    } finally {
      deleteQuietly(beside);
    }
  }

  /**
   * Checks, before long work, that {@code file} can be written, making the folders above it.
   *
   * @throws ButcherblockException if not
   */
  public static void checkPlace(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw FileFailure.cannot("write", file, e);
    }
    if (Files.isDirectory(file)) {
      throw new ButcherblockException("Cannot write " + file + ": it is a folder; name a file.");
    }
    if (!Files.isWritable(folder)) {
      throw new ButcherblockException("Cannot write " + file + ": permission denied.");
    }
  }

  /** Writes {@code text} as UTF-8; see {@link #write}. */
  public static void writeText(Path file, String text) {
    write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static void deleteQuietly(Path file) {
    if (file != null) {
      try {
        Files.deleteIfExists(file);
      } catch (IOException ignored) {
        // The failure that brought us here is the one to report.
      }
    }
  }
}
