package io.butcherblock.formats;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * What a file says of its picture by IPTC-IIM: caption, keywords, author, rights. In a JPEG it is
 * one of Photoshop's image resources; nothing in it tells of pixels, so that it is kept as it is.
 */
public final class Iptc {

  /** More than all its fields together, and little enough to read whatever a file claims. */
  public static final int LONGEST = 1 << 20;

  private static final byte[] SIGNATURE = "8BIM".getBytes(StandardCharsets.US_ASCII);
  private static final int RESOURCE = 0x0404;

  /** What each record begins with. */
  private static final byte MARKER = 0x1c;

  private Iptc() {}

  public static boolean isRecords(byte[] data) {
    return data.length > 0 && data[0] == MARKER;
  }

  /** The records among Photoshop's resources; empty if there are none or they are damaged. */
  static Optional<byte[]> ofResources(byte[] resources) {
    ByteBuffer in = ByteBuffer.wrap(resources);
    byte[] signature = new byte[SIGNATURE.length];
    while (in.remaining() >= SIGNATURE.length + 8) {
      in.get(signature);
      int id = in.getShort();
      int name = in.get() & 0xff;
      // A name with the byte of its length before it takes an even number of bytes.
      int padded = name + (name + 1) % 2;
      if (!Arrays.equals(signature, SIGNATURE) || in.remaining() < padded + Integer.BYTES) {
        return Optional.empty();
      }
      in.position(in.position() + padded);
      int length = in.getInt();
      if (length < 0 || length > in.remaining()) {
        return Optional.empty();
      }
      if (id == RESOURCE) {
        byte[] records = new byte[length];
        in.get(records);
        return Optional.of(records).filter(Iptc::isRecords);
      }
      in.position(Math.min(in.limit(), in.position() + length + length % 2));
    }
    return Optional.empty();
  }

  /** Photoshop's resources that hold records alone. */
  public static byte[] resources(byte[] records) {
    return ByteBuffer.allocate(SIGNATURE.length + 8 + records.length + records.length % 2)
        .put(SIGNATURE)
        .putShort((short) RESOURCE)
        .putShort((short) 0) // no name
        .putInt(records.length)
        .put(records)
        .array();
  }
}
