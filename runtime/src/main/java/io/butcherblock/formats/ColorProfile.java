package io.butcherblock.formats;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A color profile of the International Color Consortium (ISO 15076-1), as it stands in a file. */
public final class ColorProfile {

  /** More than any profile, and little enough to read whatever a file claims. */
  public static final int LONGEST = 1 << 24;

  private static final int HEAD = 128;
  private static final int SIGNATURE = 0x61637370;
  private static final int RGB = 0x52474220;
  private static final int GREY = 0x47524159;
  private static final int DESCRIPTION = 0x64657363;
  private static final int UNICODE = 0x6d6c7563;

  private final byte[] bytes;

  private ColorProfile(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Empty if the bytes are none. */
  public static Optional<ColorProfile> of(byte[] bytes) {
    return bytes.length > HEAD && ByteBuffer.wrap(bytes).getInt(36) == SIGNATURE
        ? Optional.of(new ColorProfile(bytes))
        : Optional.empty();
  }

  /**
   * Refuses a profile that claims more bytes than any has: a decoder takes memory for as many.
   *
   * @param start the first bytes of a profile, if they are of one
   * @param isPart whether what is behind them may stand elsewhere
   * @param isFirst whether a decoder takes them for the head of a profile, signed as one or not
   */
  static void checkClaim(byte[] start, boolean isPart, boolean isFirst) throws IOException {
    boolean canBeHead =
        start.length < HEAD
            ? isPart && start.length >= Integer.BYTES
            : isFirst || ByteBuffer.wrap(start).getInt(36) == SIGNATURE;
    if (canBeHead && Integer.toUnsignedLong(ByteBuffer.wrap(start).getInt(0)) > LONGEST) {
      throw new IOException(
          "its color profile claims "
              + Integer.toUnsignedString(ByteBuffer.wrap(start).getInt(0))
              + " bytes");
    }
  }

  public byte[] bytes() {
    return bytes.clone();
  }

  /** Whether samples of so many channels, 1 or 3, can be those of this profile. */
  public boolean fits(int channels) {
    return ByteBuffer.wrap(bytes).getInt(16) == (channels == 1 ? GREY : RGB);
  }

  /** Its name, such as {@code Display P3}; empty if it has none that can be read. */
  public Optional<String> name() {
    try {
      ByteBuffer all = ByteBuffer.wrap(bytes);
      int tags = Math.min(all.getInt(HEAD), 100);
      for (int i = 0; i < tags; i++) {
        int entry = HEAD + 4 + 12 * i;
        if (all.getInt(entry) == DESCRIPTION) {
          return name(all, all.getInt(entry + 4));
        }
      }
      return Optional.empty();
    } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private Optional<String> name(ByteBuffer all, int at) {
    boolean unicode = all.getInt(at) == UNICODE;
    int length = all.getInt(at + (unicode ? 20 : 8));
    int from = unicode ? at + all.getInt(at + 24) : at + 12;
    String name =
        new String(
            bytes,
            from,
            Math.min(length, 100),
            unicode ? StandardCharsets.UTF_16BE : StandardCharsets.US_ASCII);
    return Optional.of(name.replaceAll("\\p{Cntrl}", "").strip()).filter(text -> !text.isEmpty());
  }
}
