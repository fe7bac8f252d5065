package io.butcherblock.formats;

import java.io.IOException;
import java.io.RandomAccessFile;

/** The format of an image file, told by its first bytes, whatever its name says. */
public enum FileFormat {
  PNG,
  JPEG,
  TIFF,
  WEBP,
  GIF,
  /** Any other that a reader may know: BMP. */
  OTHER;

  private static final int PNG_SIGNATURE = 0x89504e47;
  private static final int GIF_SIGNATURE = 0x47494638;
  private static final int RIFF = 0x52494646;
  private static final int WEBP_FORM = 0x57454250;

  public static FileFormat of(RandomAccessFile in) throws IOException {
    if (in.length() < 12) {
      return OTHER;
    }
    in.seek(0);
    int magic = in.readInt();
    in.readInt();
    int form = in.readInt();
    in.seek(0);
    if (magic == PNG_SIGNATURE) {
      return PNG;
    }
    if (magic >>> 16 == 0xffd8) {
      return JPEG;
    }
    if (magic == RIFF && form == WEBP_FORM) {
      return WEBP;
    }
    if (magic == GIF_SIGNATURE) {
      return GIF;
    }
    // II or MM, then 42, or 43 in a BigTIFF.
    return switch (magic) {
      case 0x49492a00, 0x4d4d002a, 0x49492b00, 0x4d4d002b -> TIFF;
      default -> OTHER;
    };
  }
}
