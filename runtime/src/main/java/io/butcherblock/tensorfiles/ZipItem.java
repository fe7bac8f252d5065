package io.butcherblock.tensorfiles;

import io.butcherblock.pickle.BadPickle;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;

/**
 * An entry of a zip file's central directory.
 *
 * @param headerAt where its local header is, behind which are its bytes
 * @param stored how many bytes it takes
 * @param size how many it has
 */
record ZipItem(long headerAt, long stored, long size, boolean deflated) {

  private static final int LOCAL_HEADER = 0x04034b50;
  private static final int LOCAL_HEADER_BYTES = 30;
  private static final int EXTRA_64 = 1;
  private static final long NONE_32 = 0xffff_ffffL;

  /** Sizes and positions beyond 4 GiB are in an extra field, in this order (APPNOTE, 4.5.3). */
  static ZipItem of(ByteBuffer header, byte[] extra, boolean deflated) {
    ByteBuffer wide = extra64(ByteBuffer.wrap(extra).order(ByteOrder.LITTLE_ENDIAN));
    long size = wide(Integer.toUnsignedLong(header.getInt(24)), wide);
    long stored = wide(Integer.toUnsignedLong(header.getInt(20)), wide);
    long headerAt = wide(Integer.toUnsignedLong(header.getInt(42)), wide);
    return new ZipItem(headerAt, stored, size, deflated);
  }

  private static long wide(long narrow, ByteBuffer extra) {
    return narrow == NONE_32 && extra.remaining() >= Long.BYTES ? extra.getLong() : narrow;
  }

  private static ByteBuffer extra64(ByteBuffer extra) {
    while (extra.remaining() >= 4) {
      int id = Short.toUnsignedInt(extra.getShort());
      int length = Math.min(Short.toUnsignedInt(extra.getShort()), extra.remaining());
      if (id == EXTRA_64) {
        return extra.limit(extra.position() + length);
      }
      extra.position(extra.position() + length);
    }
    return extra.limit(extra.position());
  }

  /** Whether the file is long enough for what the directory says. */
  boolean fits(long fileBytes) {
    return headerAt >= 0
        && stored >= 0
        && size >= 0
        && headerAt <= fileBytes - LOCAL_HEADER_BYTES
        && stored <= fileBytes - LOCAL_HEADER_BYTES - headerAt
        && (deflated || stored == size);
  }

  StoredBytes locate(FileChannel channel) throws IOException, BadPickle {
    ByteBuffer local = LittleEndian.at(channel, headerAt, LOCAL_HEADER_BYTES);
    long begin =
        headerAt
            + LOCAL_HEADER_BYTES
            + Short.toUnsignedInt(local.getShort(26))
            + Short.toUnsignedInt(local.getShort(28));
    if (local.getInt(0) != LOCAL_HEADER || stored > channel.size() - begin) {
      throw ZipEnd.damaged();
    }
    return new StoredBytes(begin, stored, size, deflated);
  }
}
