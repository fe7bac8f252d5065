package io.butcherblock.data;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.util.zip.CRC32;

/** The chunks of a PNG file: length, type, data and check sum of each, the last being IEND. */
final class PngFrame {

  private static final int IEND = 0x49454e44;

  /**
   * The bit of a type's first letter that is set, making it small, in chunks that can be skipped.
   */
  private static final int ANCILLARY = 0x20000000;

  private PngFrame() {}

  static void check(RandomAccessFile in) throws IOException {
    in.seek(8);
    byte[] buffer = new byte[1 << 16];
    int type;
    do {
      long length = Integer.toUnsignedLong(in.readInt());
      FileCompleteness.require(in, in.getFilePointer() + length + 8);
      CRC32 sum = new CRC32();
      type = in.readInt();
      sum.update(type >>> 24);
      sum.update(type >>> 16);
      sum.update(type >>> 8);
      sum.update(type);
      for (long left = length; left > 0; left -= Math.min(left, buffer.length)) {
        int count = (int) Math.min(left, buffer.length);
        in.readFully(buffer, 0, count);
        sum.update(buffer, 0, count);
      }
      boolean pixelsNeedIt = (type & ANCILLARY) == 0;
      if (in.readInt() != (int) sum.getValue() && pixelsNeedIt) {
        throw new IOException("a check sum is wrong");
      }
    } while (type != IEND);
  }
}
