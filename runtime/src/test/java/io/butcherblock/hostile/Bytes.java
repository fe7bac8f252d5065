package io.butcherblock.hostile;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** Bytes put one behind the other, in the orders of image formats. */
final class Bytes {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  Bytes text(String ascii) {
    out.writeBytes(ascii.getBytes(StandardCharsets.ISO_8859_1));
    return this;
  }

  Bytes all(byte[] bytes) {
    out.writeBytes(bytes);
    return this;
  }

  /** Each number as one byte. */
  Bytes values(int... bytes) {
    for (int each : bytes) {
      out.write(each);
    }
    return this;
  }

  Bytes zeros(int count) {
    out.writeBytes(new byte[count]);
    return this;
  }

  Bytes big16(int... values) {
    for (int value : values) {
      values(value >> 8, value);
    }
    return this;
  }

  Bytes big32(int value) {
    return big16(value >>> 16, value);
  }

  Bytes little16(int... values) {
    for (int value : values) {
      values(value, value >> 8);
    }
    return this;
  }

  Bytes little32(int... values) {
    for (int value : values) {
      little16(value, value >>> 16);
    }
    return this;
  }

  int size() {
    return out.size();
  }

  byte[] bytes() {
    return out.toByteArray();
  }

  /** A PNG chunk with its sum. */
  Bytes chunk(String type, byte[] data) {
    byte[] typed = new Bytes().text(type).all(data).bytes();
    CRC32 sum = new CRC32();
    sum.update(typed);
    return big32(data.length).all(typed).big32((int) sum.getValue());
  }

  /** So many zeros, compressed by zlib, without memory for them. */
  static byte[] compressedZeros(long count) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflated =
        new DeflaterOutputStream(packed, new Deflater(Deflater.BEST_COMPRESSION))) {
      byte[] zeros = new byte[1 << 20];
      for (long left = count; left > 0; left -= zeros.length) {
        deflated.write(zeros, 0, (int) Math.min(left, zeros.length));
      }
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return packed.toByteArray();
  }
}
