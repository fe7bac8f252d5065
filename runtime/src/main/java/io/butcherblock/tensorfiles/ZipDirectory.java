package io.butcherblock.tensorfiles;

import io.butcherblock.pickle.BadPickle;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The entries of a zip file by name, read from its central directory (PKWARE's APPNOTE, 4.3.12).
 *
 * <p>Not java.util.zip's: that takes memory for whatever the file claims, and refuses files of some
 * versions of PyTorch under some versions of Java.
 */
final class ZipDirectory {

  private static final long MAX_BYTES = 32L << 20;
  private static final int HEADER = 0x02014b50;
  private static final int HEADER_BYTES = 46;
  private static final int ENCRYPTED = 1;
  private static final int STORED = 0;
  private static final int DEFLATED = 8;

  private final FileChannel channel;
  private final Map<String, ZipItem> items = new LinkedHashMap<>();

  private ZipDirectory(FileChannel channel) {
    this.channel = channel;
  }

  static ZipDirectory read(FileChannel channel) throws IOException, BadPickle {
    ZipEnd end = ZipEnd.find(channel);
    if (end.bytes() > MAX_BYTES) {
      throw new BadPickle("the directory of the zip file is longer than 32 MiB");
    }
    ZipDirectory directory = new ZipDirectory(channel);
    ByteBuffer bytes = LittleEndian.at(channel, end.begin(), (int) end.bytes());
    for (long i = 0; i < end.entries(); i++) {
      directory.readItem(bytes);
    }
    return directory;
  }

  Set<String> names() {
    return items.keySet();
  }

  boolean has(String name) {
    return items.containsKey(name);
  }

  /** Where the bytes of an entry are. */
  StoredBytes locate(String name) throws IOException, BadPickle {
    ZipItem item = items.get(name);
    if (item == null) {
      throw new BadPickle("it lacks its part " + BadPickle.shorten(name));
    }
    return item.locate(channel);
  }

  private void readItem(ByteBuffer bytes) throws IOException, BadPickle {
    if (bytes.remaining() < HEADER_BYTES || bytes.getInt(bytes.position()) != HEADER) {
      throw ZipEnd.damaged();
    }
    ByteBuffer header = bytes.slice(bytes.position(), HEADER_BYTES).order(bytes.order());
    bytes.position(bytes.position() + HEADER_BYTES);
    byte[] name = take(bytes, Short.toUnsignedInt(header.getShort(28)));
    byte[] extra = take(bytes, Short.toUnsignedInt(header.getShort(30)));
    take(bytes, Short.toUnsignedInt(header.getShort(32)));
    int method = Short.toUnsignedInt(header.getShort(10));
    if ((header.getShort(8) & ENCRYPTED) != 0 || (method != STORED && method != DEFLATED)) {
      throw new BadPickle("it is a zip file that is encrypted or packed in an unusual way");
    }
    ZipItem item = ZipItem.of(header, extra, method == DEFLATED);
    if (!item.fits(channel.size())
        || items.put(new String(name, StandardCharsets.UTF_8), item) != null) {
      throw ZipEnd.damaged();
    }
  }

  private static byte[] take(ByteBuffer bytes, int count) throws BadPickle {
    if (bytes.remaining() < count) {
      throw ZipEnd.damaged();
    }
    byte[] taken = new byte[count];
    bytes.get(taken);
    return taken;
  }
}
