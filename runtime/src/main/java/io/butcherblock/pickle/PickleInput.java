package io.butcherblock.pickle;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The bytes of pickles, one after the other; bounded, so that no file can fill the memory. */
public final class PickleInput {

  /** Enough for 100,000 tensors; that of the largest network of the paper has 30,000 bytes. */
  public static final long MAX_BYTES = 32L << 20;

  private static final int MAX_TEXT = 1 << 16;
  private static final int MAX_NAME = 256;

  private final InputStream in;
  private long position;

  /** Reads from {@code in}, which should be buffered and stays the caller's. */
  public PickleInput(InputStream in) {
    this.in = in;
  }

  /** How many bytes have been read. */
  public long position() {
    return position;
  }

  int unsignedByte() throws IOException, BadPickle {
    int read = in.read();
    if (read < 0) {
      throw new BadPickle("it ends too early and is probably cut off; copy or download it again");
    }
    position++;
    if (position > MAX_BYTES) {
      throw new BadPickle("its list of tensors is longer than " + (MAX_BYTES >> 20) + " MiB");
    }
    return read;
  }

  /** Little-endian, as all of the format's whole numbers; not negative. */
  long unsigned(int bytes) throws IOException, BadPickle {
    long value = 0;
    for (int i = 0; i < bytes; i++) {
      value |= (long) unsignedByte() << (8 * i);
    }
    return value;
  }

  /** Big-endian, alone in the format. */
  double float64() throws IOException, BadPickle {
    return Double.longBitsToDouble(Long.reverseBytes(unsigned(Double.BYTES)));
  }

  byte[] bytes(long count) throws IOException, BadPickle {
    if (count > MAX_TEXT) {
      throw new BadPickle("it holds a number of " + count + " bytes, which no state dict does");
    }
    byte[] bytes = new byte[(int) count];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) unsignedByte();
    }
    return bytes;
  }

  /** A text; one that is too long for a name, such as an array beside the tensors, is not kept. */
  Object text(long count) throws IOException, BadPickle {
    if (count <= MAX_TEXT) {
      return new String(bytes(count), StandardCharsets.UTF_8);
    }
    for (long i = 0; i < count; i++) {
      unsignedByte();
    }
    return OpaqueValue.INSTANCE;
  }

  /** A name up to the end of its line. */
  String line() throws IOException, BadPickle {
    StringBuilder name = new StringBuilder();
    for (int next = unsignedByte(); next != '\n'; next = unsignedByte()) {
      if (name.length() == MAX_NAME) {
        throw new BadPickle("it names a function of more than " + MAX_NAME + " letters");
      }
      name.append((char) next);
    }
    return name.toString();
  }
}
