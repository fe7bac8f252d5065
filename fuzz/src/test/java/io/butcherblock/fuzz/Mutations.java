package io.butcherblock.fuzz;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Damaged copies of seeds. The same seed number gives the same ones. */
final class Mutations {

  /** Ends of ranges, signs turned, lengths that no file has. */
  private static final long[] STRIKING = {
    0,
    1,
    -1,
    127,
    128,
    255,
    256,
    32767,
    65535,
    65536,
    1 << 24,
    Integer.MAX_VALUE,
    1L << 32,
    1L << 62
  };

  /** What texts are made of, and what ends or opens something in them. */
  private static final byte[] SIGNS = {
    '0', '9', '-', '+', '.', '/', '*', '(', ')', '[', ']', '{', '}', '|', '"', '\\', ',', ':', 'e',
    '\n', ' ', 0, 27
  };

  private final SplittableRandom random;
  private final List<byte[]> seeds;

  Mutations(List<byte[]> seeds, long number) {
    this.seeds = seeds;
    this.random = new SplittableRandom(number);
  }

  byte[] next() {
    byte[] bytes = seeds.get(random.nextInt(seeds.size())).clone();
    for (int i = random.nextInt(1, 6); i > 0; i--) {
      bytes = changed(bytes);
    }
    return bytes;
  }

  private byte[] changed(byte[] bytes) {
    int at = random.nextInt(bytes.length + 1);
    int length = Math.min(random.nextInt(1, 17), bytes.length - at);
    return switch (random.nextInt(7)) {
      case 0 -> spliced(bytes, at, at + length, new byte[0]);
      case 1 -> spliced(bytes, at, at, new byte[] {sign()});
      case 2 -> spliced(bytes, at, at + length, Arrays.copyOfRange(bytes, at, at + length), 2);
      case 3 -> spliced(bytes, at, at, piece());
      case 4 -> random.nextInt(8) == 0 ? Arrays.copyOf(bytes, at) : bytes;
      case 5 -> number(bytes, at);
      default -> at == bytes.length ? bytes : otherByte(bytes, at);
    };
  }

  private byte sign() {
    return SIGNS[random.nextInt(SIGNS.length)];
  }

  private byte[] otherByte(byte[] bytes, int at) {
    bytes[at] = random.nextBoolean() ? sign() : (byte) (bytes[at] ^ (1 << random.nextInt(8)));
    return bytes;
  }

  private byte[] piece() {
    byte[] other = seeds.get(random.nextInt(seeds.size()));
    int from = random.nextInt(other.length + 1);
    return Arrays.copyOfRange(other, from, Math.min(other.length, from + random.nextInt(1, 65)));
  }

  private byte[] number(byte[] bytes, int at) {
    int size = 1 << random.nextInt(4);
    if (at + size <= bytes.length) {
      ByteBuffer buffer =
          ByteBuffer.allocate(Long.BYTES)
              .order(random.nextBoolean() ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
      buffer.putLong(0, STRIKING[random.nextInt(STRIKING.length)]);
      int from = buffer.order() == ByteOrder.LITTLE_ENDIAN ? 0 : Long.BYTES - size;
      System.arraycopy(buffer.array(), from, bytes, at, size);
    }
    return bytes;
  }

  private static byte[] spliced(byte[] bytes, int from, int to, byte[] piece) {
    return spliced(bytes, from, to, piece, 1);
  }

  /** The bytes with a piece, so many times, where {@code from} to {@code to} was. */
  private static byte[] spliced(byte[] bytes, int from, int to, byte[] piece, int times) {
    ByteBuffer all = ByteBuffer.allocate(bytes.length - (to - from) + times * piece.length);
    all.put(bytes, 0, from);
    for (int i = 0; i < times; i++) {
      all.put(piece);
    }
    return all.put(bytes, to, bytes.length - to).array();
  }
}
