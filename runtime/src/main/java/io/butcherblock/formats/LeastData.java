package io.butcherblock.formats;

import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;

/**
 * How few bytes the pixels of an image can take in a file. A file that has fewer is cut off, or
 * claims a size that is not its own, which is told before memory is taken for its pixels.
 */
public final class LeastData {

  /** What no stream of Deflate unpacks more than, a byte to so many (RFC 1951, 258 in 2 bits). */
  public static final long DEFLATE = 1032;

  /** Of LZW: the longest string of its table of 4096. */
  public static final long LZW = 4096;

  /** PackBits repeats a byte 128 times by two. */
  static final long PACK_BITS = 64;

  /**
   * Of JPEG: a block of 64 pixels takes a bit at least, and of those components of which there are
   * fewer samples than pixels, a sample stands for up to 16 pixels.
   */
  public static final long JPEG = 8 * 64 * 16;

  /** Of lossy WebP: the modes alone of 256 pixels take more than 2 bits (RFC 6386, 11). */
  static final long VP8 = 8 * 256 / 2;

  private LeastData() {}

  /**
   * Refuses data that is too short.
   *
   * @param stored bytes in the file
   * @param ratio bytes, or pixels, of the image that a byte of the file can make
   * @param wanted bytes, or pixels, of the image
   */
  public static void check(long stored, long ratio, double wanted, int width, int height)
      throws EOFException {
    // A head or two of the coder are no reason to look closer.
    if ((stored + 64.0) * ratio < wanted) {
      throw new EOFException(
          "its data is far too short for %s x %s pixels".formatted(width, height));
    }
  }

  /** Of a BMP that is not compressed; others are left to the reader. */
  public static void checkBmp(RandomAccessFile in, int width, int height) throws IOException {
    byte[] head = new byte[34];
    in.seek(0);
    if (in.read(head) < head.length || head[0] != 'B' || head[1] != 'M') {
      return;
    }
    boolean old = head[14] == 12;
    int bits = (head[old ? 24 : 28] & 0xff) | (head[old ? 25 : 29] & 0xff) << 8;
    boolean compressed = !old && (head[30] == 1 || head[30] == 2 || head[30] > 3);
    if (!compressed) {
      check(in.length(), 1, (double) width * height * bits / Byte.SIZE, width, height);
    }
  }
}
