package io.butcherblock.tensorfiles;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.TreeMap;

/** Zip files that no library writes. */
final class HandMadeZip {

  private static final int METHOD_AT = 10;

  private HandMadeZip() {}

  /** {@code data.pkl}, and {@code data/0} to {@code data/(count - 1)} over the same bytes. */
  static byte[] overlapping(byte[] object, byte[] storage, int count) {
    Map<String, ZipItem> items = new TreeMap<>();
    items.put("a/data.pkl", new ZipItem(0, object.length, object.length, false));
    int second = local("a/data.pkl", object).length;
    for (int key = 0; key < count; key++) {
      items.put("a/data/" + key, new ZipItem(second, storage.length, storage.length, false));
    }
    byte[] head = TorchBytes.join(local("a/data.pkl", object), local("a/data/0", storage));
    return TorchBytes.join(head, directory(items), end(head.length, directory(items), count + 1));
  }

  static byte[] local(String name, byte[] content) {
    ByteBuffer header = ByteBuffer.allocate(30).order(ByteOrder.LITTLE_ENDIAN);
    header.putInt(0, 0x04034b50).putShort(26, (short) name.length());
    return TorchBytes.join(header.array(), TorchBytes.latin1(name), content);
  }

  /** With the sizes and places of 64 bits, as a file of more than 4 GiB has them. */
  static byte[] directory(Map<String, ZipItem> items) {
    ByteBuffer bytes = ByteBuffer.allocate(1 << 12).order(ByteOrder.LITTLE_ENDIAN);
    items.forEach(
        (name, item) -> {
          int at = bytes.position();
          bytes.putInt(at, 0x02014b50).putShort(at + METHOD_AT, (short) (item.deflated() ? 8 : 0));
          bytes.putInt(at + 20, -1).putInt(at + 24, -1).putInt(at + 42, -1);
          bytes.putShort(at + 28, (short) name.length()).putShort(at + 30, (short) 28);
          bytes.position(at + 46).put(TorchBytes.latin1(name));
          bytes.putShort((short) 1).putShort((short) 24);
          bytes.putLong(item.size()).putLong(item.stored()).putLong(item.headerAt());
        });
    byte[] used = new byte[bytes.flip().remaining()];
    bytes.get(used);
    return used;
  }

  /** The end of 64 bits, its locator, and the end of 32 that says to look there. */
  static byte[] end(int directoryAt, byte[] directory, long entries) {
    ByteBuffer bytes = ByteBuffer.allocate(56 + 20 + 22).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putInt(0, 0x06064b50).putLong(32, entries);
    bytes.putLong(40, directory.length).putLong(48, directoryAt);
    bytes.putInt(56, 0x07064b50).putLong(64, directoryAt + directory.length);
    bytes.putInt(76, 0x06054b50).putShort(86, (short) -1).putInt(88, -1).putInt(92, -1);
    return bytes.array();
  }
}
