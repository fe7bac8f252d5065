package io.butcherblock.formats;

import io.butcherblock.files.RegularFile;
import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;

/**
 * Finds truncated files by their structure, for decoders fill what is missing with grey and
 * continue.
 *
 * <p>Only the frame is walked, no pixel is decoded: the chunks of PNG up to IEND with their sums,
 * the segments of JPEG up to EOI (ITU-T T.81, B.1), the length in the head of WebP's RIFF. Other
 * formats are left to their decoders.
 */
public final class FileCompleteness {

  private FileCompleteness() {}

  /**
   * Checks that the file holds all that its structure announces.
   *
   * @throws EOFException if it ends too early
   */
  public static void check(Path file) throws IOException {
    try (RandomAccessFile in = RegularFile.open(file)) {
      switch (FileFormat.of(in)) {
        case PNG -> PngChunks.read(in, true);
        case JPEG -> JpegFrame.check(in);
        case WEBP -> {
          in.seek(4);
          require(in, 8L + Integer.toUnsignedLong(Integer.reverseBytes(in.readInt())));
        }
        case TIFF, GIF, OTHER -> {}
      }
    }
  }

  /** Throws unless the file is at least {@code length} bytes long. */
  static void require(RandomAccessFile in, long length) throws IOException {
    if (in.length() < length) {
      throw new EOFException("the file ends after %s of %s bytes".formatted(in.length(), length));
    }
  }
}
