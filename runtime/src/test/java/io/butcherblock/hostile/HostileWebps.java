package io.butcherblock.hostile;

import static io.butcherblock.hostile.HostileFile.refused;

import java.util.List;

/** WebP files (RFC 9649). */
final class HostileWebps {

  private static final int MOST = 16_383;

  private HostileWebps() {}

  static List<HostileFile> all() {
    return List.of(
        refused("webp-lossy-16383.webp", file(lossy(MOST, MOST)), HostileImages.LIMIT),
        refused("webp-lossless-16383.webp", file(lossless(MOST, MOST)), HostileImages.LIMIT),
        refused("webp-lossy-12000.webp", file(lossy(12_000, 12_000)), HostileImages.SHORT),
        refused(
            "webp-canvas-16777216.webp",
            file(new Bytes().all(canvas(1 << 24, 1 << 24)).all(lossless(8, 8)).bytes()),
            HostileImages.LIMIT),
        refused(
            "webp-frame-16383.webp",
            file(new Bytes().all(canvas(8, 8)).all(lossless(MOST, MOST)).bytes()),
            "Cannot read"),
        refused(
            "webp-frame-of-animation-16383.webp",
            file(new Bytes().all(canvas(8, 8)).all(frame(MOST, MOST)).bytes()),
            HostileImages.LIMIT));
  }

  /** A whole image of one color. */
  static byte[] oneColor(int width, int height) {
    return file(lossless(width, height));
  }

  private static byte[] file(byte[] chunks) {
    return new Bytes().text("RIFF").little32(4 + chunks.length).text("WEBP").all(chunks).bytes();
  }

  private static byte[] canvas(int width, int height) {
    int w = width - 1;
    int h = height - 1;
    return new Bytes()
        .text("VP8X")
        .little32(10, 0)
        .values(w, w >> 8, w >> 16, h, h >> 8, h >> 16)
        .bytes();
  }

  /** A frame of an animation, without loss. */
  private static byte[] frame(int width, int height) {
    byte[] image = lossless(width, height);
    int w = width - 1;
    int h = height - 1;
    return new Bytes()
        .text("ANMF")
        .little32(16 + image.length)
        .zeros(6)
        .values(w, w >> 8, w >> 16, h, h >> 8, h >> 16)
        .zeros(4)
        .all(image)
        .bytes();
  }

  /** A key frame (RFC 6386, 9.1) with a first partition of zeros. */
  private static byte[] lossy(int width, int height) {
    int partition = 150;
    int tag = 1 << 4 | partition << 5;
    return new Bytes()
        .text("VP8 ")
        .little32(10 + partition + 18)
        .values(tag, tag >> 8, tag >> 16, 0x9d, 0x01, 0x2a)
        .little16(width, height)
        .zeros(partition + 18)
        .bytes();
  }

  /** An image of one color: codes of one symbol take no bits, so that any size is complete. */
  private static byte[] lossless(int width, int height) {
    long head = (width - 1) | (long) (height - 1) << 14;
    // No transform, no cache, no meta codes: 3 bits of 0. Five codes of a symbol of a bit, 0.
    long codes = 0b0001 | 0b0001 << 4 | 0b0001 << 8 | 0b0001 << 12 | 0b0001 << 16;
    return new Bytes()
        .text("VP8L")
        .little32(14)
        .values(0x2f)
        .little32((int) head)
        .little32((int) (codes << 3))
        .zeros(5)
        .bytes();
  }
}
