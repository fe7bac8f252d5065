package io.butcherblock.files;

import io.butcherblock.error.ButcherblockException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Writes a temporary file in the same folder and renames it, so that a crash or a full disk never
 * leaves half a file. The one way in which this library and its programs write files, but for logs.
 *
 * <p>A file that is replaced keeps its permissions. A symbolic link is followed: the file that it
 * leads to is written, and the link stays. What is no file, as a terminal or {@code /dev/stdout},
 * is written to as it is; but no named pipe, which might have no reader.
 */
public final class WholeFile {

  private static final int BUFFER = 1 << 16;

  private WholeFile() {}

  /** Writes bytes to a stream that {@link WholeFile} owns. */
  @FunctionalInterface
  public interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  /**
   * Writes {@code content} to {@code file}, making the folders above it.
   *
   * @throws ButcherblockException if the place cannot be written or the disk is full; {@code file}
   *     is then what it was before
   */
  public static void write(Path file, Content content) {
    refuseOtherThanFile(file);
    try {
      if (FilePlace.isStream(file)) {
        try (OutputStream out =
            new BufferedOutputStream(
                Files.newOutputStream(file, StandardOpenOption.WRITE, StandardOpenOption.APPEND),
                BUFFER)) {
          content.writeTo(out);
        }
        return;
      }
      Path place = FilePlace.behindLinks(file);
      Files.createDirectories(place.getParent());
      PartFolder.clear(place.getParent());
      try (PartFile part = PartFile.in(place.getParent())) {
        part.takePermissionsOf(place);
        OutputStream out =
            new BufferedOutputStream(Channels.newOutputStream(part.channel()), BUFFER);
        content.writeTo(out);
        out.flush();
        part.moveTo(place);
      }
    } catch (IOException e) {
      throw FileFailure.cannot("write", file, e);
    }
  }

  /**
   * Checks, before long work, that {@code file} can be written. Leaves nothing: folders above it
   * are made when it is.
   *
   * @throws ButcherblockException if not
   */
  public static void checkPlace(Path file) {
    refuseOtherThanFile(file);
    try {
      if (FilePlace.isStream(file)) {
        return;
      }
      Path place = FilePlace.behindLinks(file);
      tryFolder(place.getParent());
      FilePlace.checkNames(place);
    } catch (IOException e) {
      throw FileFailure.cannot("write", file, e);
    }
  }

  /**
   * Checks, before long work, the name of a file in a folder that {@link #checkFolder} found right.
   *
   * @throws ButcherblockException if the file system does not take it, or it is a folder's
   */
  public static void checkName(Path file) {
    refuseOtherThanFile(file);
    try {
      FilePlace.checkNames(FilePlace.behindLinks(file));
    } catch (IOException e) {
      throw FileFailure.cannot("write", file, e);
    }
  }

  /**
   * Checks, before long work, that files can be written into a folder, which need not be there and
   * is not made.
   *
   * @throws ButcherblockException if not
   */
  public static void checkFolder(Path folder) {
    try {
      Path place = folder.toAbsolutePath();
      tryFolder(place);
      FilePlace.checkNames(place);
    } catch (IOException e) {
      throw FileFailure.cannot("write", folder, e);
    }
  }

  private static void tryFolder(Path folder) throws IOException {
    Path nearest = FilePlace.nearest(folder);
    if (!Files.isDirectory(nearest)) {
      throw new FileAlreadyExistsException(nearest.toString());
    }
    if (nearest.equals(folder)) {
      PartFolder.clear(folder);
    }
    // Tried out, for what a system says of permissions is not all that can forbid it.
    PartFile.in(nearest).close();
  }

  private static void refuseOtherThanFile(Path file) {
    refuseMountPoint(file);
    if (Files.isDirectory(file)) {
      throw new ButcherblockException("Cannot write " + file + ": it is a folder; name a file.");
    }
    if (FilePlace.isNamedPipe(file)) {
      throw new ButcherblockException(
          "Cannot write "
              + file
              + ": it is a named pipe, which may have no reader; name a file, or /dev/stdout and"
              + " redirect that.");
    }
  }

  private static void refuseMountPoint(Path file) {
    try {
      if (MountPoints.contain(FilePlace.behindLinks(file))) {
        throw new ButcherblockException(
            "Cannot write "
                + file
                + ": it is a mount point by itself, so no other file can take its place; mount its"
                + " folder, or name another file.");
      }
    } catch (IOException e) {
      throw FileFailure.cannot("write", file, e);
    }
  }

  /** Writes {@code text} as UTF-8; see {@link #write}. */
  public static void writeText(Path file, String text) {
    write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }
}
