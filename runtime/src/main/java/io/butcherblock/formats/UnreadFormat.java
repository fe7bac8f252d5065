package io.butcherblock.formats;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Formats of images that cameras and browsers write and that no reader here knows. */
public final class UnreadFormat {

  private static final int BRAND_END = 12;
  private static final byte JPEG_XL_FIRST = (byte) 0xff;
  private static final byte JPEG_XL_SECOND = 0x0a;

  private UnreadFormat() {}

  /** The name of the format that a file is in, by its first bytes; empty if it is none of these. */
  public static Optional<String> of(RandomAccessFile in) throws IOException {
    if (in.length() < BRAND_END) {
      return Optional.empty();
    }
    byte[] bytes = new byte[BRAND_END];
    in.seek(0);
    in.readFully(bytes);
    if (bytes[0] == JPEG_XL_FIRST && bytes[1] == JPEG_XL_SECOND) {
      return Optional.of("JPEG XL");
    }
    String head = new String(bytes, 4, BRAND_END - 4, StandardCharsets.ISO_8859_1);
    return switch (head.substring(0, 4)) {
      case "JXL " -> Optional.of("JPEG XL");
      case "jP  " -> Optional.of("JPEG 2000");
      case "ftyp" -> ofBrand(head.substring(4));
      default -> Optional.empty();
    };
  }

  /** Of files that consist of boxes, as videos do too. */
  private static Optional<String> ofBrand(String brand) {
    return switch (brand) {
      case "avif", "avis" -> Optional.of("AVIF");
      case "heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1" -> Optional.of("HEIC");
      default -> Optional.empty();
    };
  }
}
