package io.butcherblock.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A block of EXIF as a camera writes it, and what becomes of it. */
final class ExifForTests {

  private ExifForTests() {}

  /**
   * Big-endian, lying on its side: maker, time of exposure, a maker's notes, sizes, a place on
   * earth, and a small picture, of which a second directory tells.
   */
  static byte[] block() {
    ByteBuffer all = ByteBuffer.allocate(400).order(ByteOrder.BIG_ENDIAN);
    all.put(new byte[] {'M', 'M', 0, 42}).putInt(8);
    all.putShort((short) 6);
    entry(all, 0x100, 4, 1, 48);
    entry(all, 0x101, 4, 1, 32);
    entry(all, 0x10f, 2, 6, 200);
    entry(all, 0x112, 3, 1, 6 << 16);
    entry(all, 0x8769, 4, 1, 100);
    entry(all, 0x8825, 4, 1, 170);
    all.putInt(230);
    all.position(100).putShort((short) 4);
    entry(all, 0x829a, 5, 1, 210);
    entry(all, 0x927c, 7, 8, 220);
    entry(all, 0xa002, 4, 1, 48);
    entry(all, 0xa003, 3, 1, 32 << 16);
    all.putInt(0);
    all.position(170).putShort((short) 1);
    entry(all, 2, 5, 1, 260);
    all.putInt(0);
    all.position(200).put("Maker\0".getBytes(StandardCharsets.US_ASCII));
    all.position(210).putInt(1).putInt(125);
    all.position(220).put("NOTES   ".getBytes(StandardCharsets.US_ASCII));
    all.position(230).putShort((short) 2);
    entry(all, 0x201, 4, 1, 300);
    entry(all, 0x202, 4, 1, 9);
    all.putInt(0);
    all.position(260).putInt(52).putInt(1);
    all.position(300).put("thumbnail".getBytes(StandardCharsets.US_ASCII));
    return all.array();
  }

  private static void entry(ByteBuffer all, int tag, int type, int count, int value) {
    all.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
  }

  /**
   * Checks what of {@link #block} stands in a file for an image.
   *
   * @param notes whether the maker's notes are to be there
   */
  static void check(byte[] file, Image image, boolean notes) {
    ByteBuffer all = ByteBuffer.wrap(file);
    all.order(file[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    Map<Integer, long[]> main = WrittenFormatsTest.tags(file, 4);
    long[] maker = main.get(0x10f);
    assertEquals(6, maker[0]);
    byte[] name = new byte[6];
    all.get((int) maker[1], name);
    assertArrayEquals("Maker\0".getBytes(StandardCharsets.US_ASCII), name);
    assertEquals(1, main.getOrDefault(0x112, new long[] {1})[0]);
    int directory = all.getInt(4);
    assertEquals(0, all.getInt(directory + 2 + 12 * all.getShort(directory)), "a second directory");
    Map<Integer, long[]> exif = WrittenFormatsTest.tags(file, (int) main.get(0x8769)[1]);
    assertArrayEquals(new long[] {1, 125}, exif.get(0x829a));
    assertEquals(image.width(), exif.get(0xa002)[0]);
    assertEquals(image.height(), exif.get(0xa003)[0]);
    assertEquals(notes, exif.containsKey(0x927c));
    Map<Integer, long[]> gps = WrittenFormatsTest.tags(file, (int) main.get(0x8825)[1]);
    assertArrayEquals(new long[] {52, 1}, gps.get(2));
    if (main.containsKey(0x100)) {
      assertEquals(image.width(), main.get(0x100)[0]);
      assertEquals(image.height(), main.get(0x101)[0]);
    }
    assertFalse(main.containsKey(0x201));
  }
}
