package io.butcherblock.tensorfiles;

import io.butcherblock.pickle.BadPickle;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/**
 * Where the central directory of a zip file is, from the records at its end; names and offsets of
 * their fields as in PKWARE's APPNOTE, 4.3.14 to 4.3.16.
 *
 * @param begin the first byte of the central directory
 * @param bytes its length
 * @param entries how many files it lists
 */
record ZipEnd(long begin, long bytes, long entries) {

  private static final int END = 0x06054b50;
  private static final int END_BYTES = 22;
  private static final int LONGEST_COMMENT = 0xffff;
  private static final int LOCATOR = 0x07064b50;
  private static final int LOCATOR_BYTES = 20;
  private static final int END_64 = 0x06064b50;
  private static final int END_64_BYTES = 56;
  private static final long NONE_32 = 0xffff_ffffL;
  private static final int NONE_16 = 0xffff;

  static ZipEnd find(FileChannel channel) throws IOException, BadPickle {
    long size = channel.size();
    int tail = (int) Math.min(size, END_BYTES + LONGEST_COMMENT);
    ByteBuffer bytes = LittleEndian.at(channel, size - tail, tail);
    for (int at = tail - END_BYTES; at >= 0; at--) {
      boolean reachesEnd =
          bytes.getInt(at) == END
              && Short.toUnsignedInt(bytes.getShort(at + 20)) == tail - END_BYTES - at;
      if (reachesEnd) {
        return within(read(channel, bytes, at, size - tail + at), size - tail + at);
      }
    }
    throw new BadPickle(
        "it is a zip file without an end and probably cut off; copy or download it again");
  }

  private static ZipEnd read(FileChannel channel, ByteBuffer bytes, int at, long position)
      throws IOException, BadPickle {
    int entries = Short.toUnsignedInt(bytes.getShort(at + 10));
    long length = Integer.toUnsignedLong(bytes.getInt(at + 12));
    long begin = Integer.toUnsignedLong(bytes.getInt(at + 16));
    if (entries == NONE_16 || length == NONE_32 || begin == NONE_32) {
      return read64(channel, position - LOCATOR_BYTES);
    }
    return new ZipEnd(begin, length, entries);
  }

  /** Files of more than 4 GiB. */
  private static ZipEnd read64(FileChannel channel, long locatorAt) throws IOException, BadPickle {
    if (locatorAt < END_64_BYTES) {
      throw damaged();
    }
    ByteBuffer locator = LittleEndian.at(channel, locatorAt, LOCATOR_BYTES);
    long endAt = locator.getLong(8);
    if (locator.getInt(0) != LOCATOR || endAt < 0 || endAt > locatorAt - END_64_BYTES) {
      throw damaged();
    }
    ByteBuffer end = LittleEndian.at(channel, endAt, END_64_BYTES);
    if (end.getInt(0) != END_64) {
      throw damaged();
    }
    return new ZipEnd(end.getLong(48), end.getLong(40), end.getLong(32));
  }

  private static ZipEnd within(ZipEnd end, long limit) throws BadPickle {
    if (end.begin < 0 || end.bytes < 0 || end.begin > limit || end.bytes > limit - end.begin) {
      throw damaged();
    }
    return end;
  }

  static BadPickle damaged() {
    return new BadPickle("the directory of the zip file is damaged; copy or download it again");
  }
}
