package io.butcherblock.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * Opens files for reading, regular ones alone: who opens a pipe waits for whoever writes into it,
 * and a device such as {@code /dev/zero} never ends. Links are followed.
 */
public final class RegularFile {

  private RegularFile() {}

  /**
   * Checks a file without opening it.
   *
   * @throws IOException if there is no such file, or it is a folder, a pipe or a device; {@link
   *     FileFailure} words it
   */
  public static void check(Path file) throws IOException {
    BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
    if (attributes.isDirectory()) {
      throw new FileSystemException(file.toString(), null, "it is a folder, not a file");
    }
    if (!attributes.isRegularFile()) {
      throw new FileSystemException(
          file.toString(),
          null,
          "it is a pipe or a device, and only files on a disk are read; save what it gives to a"
              + " file first");
    }
  }

  /** The file as a stream, which the caller closes. */
  public static InputStream stream(Path file) throws IOException {
    check(file);
    return Files.newInputStream(file);
  }

  /** The file as a channel, which the caller closes. */
  public static FileChannel channel(Path file) throws IOException {
    check(file);
    return FileChannel.open(file);
  }

  /** The file for reading at any place, which the caller closes. */
  public static RandomAccessFile open(Path file) throws IOException {
    check(file);
    return new RandomAccessFile(file.toFile(), "r");
  }

  /**
   * All bytes of the file.
   *
   * @param most how many it may have
   * @throws IOException as of {@link #check}, or if it has more
   */
  public static byte[] bytes(Path file, int most) throws IOException {
    try (InputStream in = stream(file)) {
      checkSize(file, Files.size(file), most);
      byte[] bytes = in.readNBytes(most);
      // It can have grown since.
      checkSize(file, (long) bytes.length + (in.read() < 0 ? 0 : 1), most);
      return bytes;
    }
  }

  /**
   * Checks a size before memory is taken for it.
   *
   * @throws IOException if it is more than {@code most} bytes
   */
  static void checkSize(Path file, long bytes, int most) throws IOException {
    if (bytes > most) {
      throw new FileSystemException(
          file.toString(), null, "it has more than " + most + " bytes, as no file of its kind has");
    }
  }
}
