package io.butcherblock.hostile;

import static io.butcherblock.hostile.HostileFile.refused;

import java.util.List;

/** GIF (GIF89a) and BMP files. */
final class HostileGifsAndBmps {

  private HostileGifsAndBmps() {}

  static List<HostileFile> all() {
    return List.of(
        refused("gif-screen-65535.gif", gif(65_535, 65_535, 1, 1), HostileImages.LIMIT),
        refused("gif-frame-20000.gif", gif(20_000, 20_000, 20_000, 20_000), HostileImages.LIMIT),
        refused("gif-frame-12000.gif", gif(12_000, 12_000, 12_000, 12_000), HostileImages.SHORT),
        refused("gif-cut.gif", gif(200, 176, 200, 176), HostileImages.SHORT),
        refused("bmp-rle-20000.bmp", bmp(20_000, 20_000, 8, 1), HostileImages.LIMIT),
        refused("bmp-rle-12000.bmp", bmp(12_000, 12_000, 8, 1), HostileImages.SHORT)
            // An image of this kind may skip pixels, so that a short one can be whole.
            .within(8 * 144_000_000L),
        refused("bmp-rgb-20000.bmp", bmp(20_000, 20_000, 24, 0), HostileImages.LIMIT),
        refused("bmp-rgb-12000.bmp", bmp(12_000, 12_000, 24, 0), HostileImages.SHORT),
        refused("bmp-cut.bmp", bmp(200, 176, 24, 0), HostileImages.SHORT),
        refused(
            "wbmp-claim.bmp",
            new Bytes().zeros(2).values(0xff, 0x7f, 0xff, 0x7f).bytes(),
            "known format"));
  }

  /** One frame whose data ends with its first codes. */
  private static byte[] gif(int screenWidth, int screenHeight, int width, int height) {
    return new Bytes()
        .text("GIF89a")
        .little16(screenWidth, screenHeight)
        .values(0x80, 0, 0, 0, 0, 0, 255, 255, 255)
        .values(0x2c)
        .little16(0, 0, width, height)
        .values(0)
        // Codes of 3 bits: clear (4), 0, end (5).
        .values(2, 2, 0b01000100, 0b1, 0, 0x3b)
        .bytes();
  }

  /** A head, a palette if there is one, and 1000 bytes. */
  private static byte[] bmp(int width, int height, int bits, int compression) {
    int colors = bits == 8 ? 2 : 0;
    int offset = 54 + 4 * colors;
    return new Bytes()
        .text("BM")
        .little32(offset + 1000, 0, offset)
        .little32(40, width, height)
        .little16(1, bits)
        .little32(compression, 1000, 2835, 2835, colors, colors)
        .zeros(4 * colors + 998)
        .values(0, 1)
        .bytes();
  }
}
