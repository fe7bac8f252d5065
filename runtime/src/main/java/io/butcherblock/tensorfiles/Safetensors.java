package io.butcherblock.tensorfiles;

import io.butcherblock.error.ButcherblockException;
import io.butcherblock.files.FileFailure;
import io.butcherblock.files.RegularFile;
import io.butcherblock.files.WholeFile;
import io.butcherblock.tensorfiles.HeaderReader.BadHeader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Path;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;

/**
 * Files of the safetensors format: the length of the header in 8 bytes, the header as JSON, the
 * tensors' elements row by row; all little-endian.
 *
 * <p>A file is untrusted: its sizes and offsets are checked before memory is taken for a tensor.
 */
public final class Safetensors {

  static final int LENGTH_BYTES = 8;

  /** Enough for 65,536 tensors; the format itself allows 100 MB. */
  private static final long MAX_HEADER_BYTES = 10L << 20;

  private Safetensors() {}

  /**
   * Writes tensors as a safetensors file, sorted by element size and name, so that the same content
   * gives the same bytes.
   *
   * @param file written completely or not at all
   * @param tensors by name, contiguous or not, on any device; they stay the caller's to close
   * @param metadata free text by name, such as the network's name
   * @throws ButcherblockException if the file cannot be written
   * @throws IllegalArgumentException for an element type that is no {@link ElementType}
   */
  public static void write(Path file, Map<String, Tensor> tensors, Map<String, String> metadata) {
    SafetensorsHeader header = HeaderWriter.layOut(tensors, metadata);
    byte[] json = HeaderWriter.json(header);
    ByteBuffer length = ByteBuffer.allocate(LENGTH_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    length.putLong(0, json.length);
    WholeFile.write(
        file,
        out -> {
          out.write(length.array());
          out.write(json);
          for (TensorEntry entry : header.tensors()) {
            TensorBytes.copy(tensors.get(entry.name()), out::write);
          }
        });
  }

  /**
   * Reads all tensors of a safetensors file into the computer's main memory.
   *
   * @param file untrusted: it is checked before memory is allocated
   * @return the tensors, which the caller closes
   * @throws ButcherblockException if the file is missing, truncated, or not a valid safetensors
   *     file
   */
  public static TensorFile read(Path file) {
    try (FileChannel channel = RegularFile.channel(file)) {
      SafetensorsHeader header = header(channel, channel.size(), file);
      TensorFile result = new TensorFile(header.metadata());
      try {
        InputStream data = Channels.newInputStream(channel);
        for (TensorEntry entry : header.tensors()) {
          result.add(
              entry.name(), entry.type(), TensorBytes.read(data, entry.type(), entry.sizes()));
        }
        return result;
      } catch (IOException | RuntimeException | Error e) {
        result.close();
        throw e;
      }
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  /**
   * Reads the metadata of a safetensors file, without its tensors. Needs no native library.
   *
   * @return free text by name, as it was given to {@link #write}; empty if the file has none
   * @throws ButcherblockException if the file is missing, truncated, or not a valid safetensors
   *     file
   */
  public static Map<String, String> metadata(Path file) {
    return header(file).metadata();
  }

  /**
   * Reads the metadata of safetensors that are in no file, without the tensors. Needs no native
   * library.
   *
   * @param in at their first byte; stays the caller's
   * @param bytes how many there are
   * @param name what they are called, for the message of a failure
   * @return free text by name; empty if there is none
   * @throws ButcherblockException if they are truncated or not valid
   * @throws IOException if they cannot be read
   */
  public static Map<String, String> metadata(InputStream in, long bytes, String name)
      throws IOException {
    return header(Channels.newChannel(in), bytes, name).metadata();
  }

  static SafetensorsHeader header(Path file) {
    try (FileChannel channel = RegularFile.channel(file)) {
      return header(channel, channel.size(), file);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  /** Leaves the channel at the first byte of the data. */
  private static SafetensorsHeader header(ReadableByteChannel channel, long size, Object file)
      throws IOException {
    long behindLength = size - LENGTH_BYTES;
    if (behindLength < 2) {
      throw unsound(file, "it is too short");
    }
    ByteBuffer length = ByteBuffer.allocate(LENGTH_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    fill(channel, length);
    long bytes = length.getLong(0);
    if (bytes < 2 || bytes > behindLength || bytes > MAX_HEADER_BYTES) {
      throw unsound(
          file,
          "its header would have "
              + Long.toUnsignedString(bytes)
              + " bytes, and "
              + behindLength
              + " follow");
    }
    ByteBuffer json = ByteBuffer.allocate((int) bytes);
    fill(channel, json);
    try {
      return HeaderReader.parse(json.array(), behindLength - bytes);
    } catch (BadHeader e) {
      throw unsound(file, e.getMessage());
    }
  }

  private static void fill(ReadableByteChannel channel, ByteBuffer buffer) throws IOException {
    while (buffer.hasRemaining()) {
      if (channel.read(buffer) < 0) {
        throw new EOFException("it ends too early");
      }
    }
  }

  private static ButcherblockException unreadable(Path file, IOException e) {
    return FileFailure.cannot("read", file, e);
  }

  private static ButcherblockException unsound(Object file, String why) {
    return new ButcherblockException(
        file + " is not a valid safetensors file: " + why + "; copy or download it again.");
  }
}
