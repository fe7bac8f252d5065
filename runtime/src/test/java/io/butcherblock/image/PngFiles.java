package io.butcherblock.image;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** PNG files put together chunk by chunk. */
final class PngFiles {

  private PngFiles() {}

  /** A file of these pixels, 8-bit RGB, with more before them and behind. */
  static byte[] rgb(int width, int height, byte[] samples, byte[] before, byte[] behind) {
    ByteArrayOutputStream rows = new ByteArrayOutputStream();
    for (int y = 0; y < height; y++) {
      rows.write(0);
      rows.write(samples, y * width * 3, width * 3);
    }
    byte[] head =
        ByteBuffer.allocate(13)
            .putInt(width)
            .putInt(height)
            .put(new byte[] {8, 2, 0, 0, 0})
            .array();
    return joined(
        ByteBuffer.allocate(8).putLong(0x89504e470d0a1a0aL).array(),
        chunk("IHDR", head),
        before,
        chunk("IDAT", deflated(rows.toByteArray())),
        behind,
        chunk("IEND"));
  }

  static byte[] chunk(String type, byte[]... data) {
    byte[] whole = joined(type.getBytes(StandardCharsets.ISO_8859_1), joined(data));
    CRC32 sum = new CRC32();
    sum.update(whole);
    return joined(
        ByteBuffer.allocate(4).putInt(whole.length - 4).array(),
        whole,
        ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
  }

  static byte[] latin(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  static byte[] deflated(byte[] bytes) {
    Deflater deflater = new Deflater();
    deflater.setInput(bytes);
    deflater.finish();
    byte[] packed = new byte[bytes.length + 100];
    int length = deflater.deflate(packed);
    deflater.end();
    return Arrays.copyOf(packed, length);
  }

  static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }
}
