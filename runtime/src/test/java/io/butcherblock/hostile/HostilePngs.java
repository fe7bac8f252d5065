package io.butcherblock.hostile;

import static io.butcherblock.hostile.HostileFile.read;
import static io.butcherblock.hostile.HostileFile.refused;

import java.util.List;

/** PNG files (ISO/IEC 15948). */
final class HostilePngs {

  private static final long MUCH = 800_000_000L;

  private HostilePngs() {}

  static List<HostileFile> all() {
    byte[] much = Bytes.compressedZeros(MUCH);
    return List.of(
        read("png-ztxt-800mb.png", with("zTXt", new Bytes().text("Comment\0\0").all(much))),
        read("png-itxt-800mb.png", with("iTXt", new Bytes().text("Comment\0\1\0\0\0").all(much))),
        read("png-iccp-800mb.png", with("iCCP", new Bytes().text("Profile\0\0").all(much))),
        refused("png-claim-60000.png", claiming(60_000, 60_000, 2000), HostileImages.LIMIT),
        refused("png-claim-14000.png", claiming(14_000, 14_000, 2000), HostileImages.SHORT),
        refused("png-cut-with-end.png", claiming(200, 176, 200 * 3 * 50), HostileImages.SHORT),
        read("png-pixels-800mb.png", claiming(50, 40, MUCH)));
  }

  private static byte[] with(String type, Bytes data) {
    return file(50, 40, 40L * (1 + 150), type, data.bytes());
  }

  /** Of 8-bit RGB, with as many bytes of zeros as its pixels. */
  private static byte[] claiming(int width, int height, long raw) {
    return file(width, height, raw, "tEXt", new Bytes().text("Comment\0none").bytes());
  }

  private static byte[] file(int width, int height, long raw, String type, byte[] data) {
    return new Bytes()
        .values(0x89)
        .text("PNG\r\n\u001a\n")
        .chunk("IHDR", new Bytes().big32(width).big32(height).values(8, 2, 0, 0, 0).bytes())
        .chunk(type, data)
        .chunk("IDAT", Bytes.compressedZeros(raw))
        .chunk("IEND", new byte[0])
        .bytes();
  }
}
