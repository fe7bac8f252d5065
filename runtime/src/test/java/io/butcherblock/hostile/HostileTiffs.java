package io.butcherblock.hostile;

import static io.butcherblock.hostile.HostileFile.refused;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** TIFF files (TIFF 6.0), little-endian. */
final class HostileTiffs {

  private static final int WIDTH = 256;
  private static final int HEIGHT = 257;
  private static final int BITS = 258;
  private static final int COMPRESSION = 259;
  private static final int COLORS = 262;
  private static final int OFFSETS = 273;
  private static final int SAMPLES = 277;
  private static final int ROWS = 278;
  private static final int COUNTS = 279;
  private static final int TILE_WIDTH = 322;
  private static final int TILE_HEIGHT = 323;
  private static final int TILE_OFFSETS = 324;
  private static final int TILE_COUNTS = 325;

  private static final int DATA = 2000;

  private HostileTiffs() {}

  static List<HostileFile> all() {
    return List.of(
        refused("tif-tile-40000.tif", tiled(50, 40, 40_000, 1), HostileImages.SHORT),
        refused("tif-tile-40000-deflate.tif", tiled(50, 40, 40_000, 8), HostileImages.SHORT),
        refused("tif-claim-40000.tif", strips(40_000, 40_000, 8, 1, 1), HostileImages.LIMIT),
        refused("tif-claim-14000.tif", strips(14_000, 14_000, 8, 1, 1), HostileImages.SHORT),
        refused(
            "tif-claim-14000-deflate.tif", strips(14_000, 14_000, 8, 1, 8), HostileImages.SHORT),
        refused("tif-claim-14000-lzw.tif", strips(14_000, 14_000, 8, 1, 5), HostileImages.SHORT),
        refused(
            "tif-claim-14000-packbits.tif",
            strips(14_000, 14_000, 8, 1, 32773),
            HostileImages.SHORT),
        refused("tif-samples-65535.tif", strips(5000, 5000, 8, 65_535, 1), "Cannot read"),
        refused("tif-float64.tif", strips(12_000, 12_000, 64, 3, 1), "Cannot read"),
        refused("tif-wide.tif", strips(1 << 30, 1, 8, 1, 1), HostileImages.LIMIT),
        refused("tif-cut.tif", strips(200, 176, 8, 1, 1), HostileImages.SHORT));
  }

  private static byte[] strips(int width, int height, int bits, int samples, int compression) {
    Map<Integer, Integer> tags = common(width, height, compression);
    tags.put(BITS, bits);
    tags.put(SAMPLES, samples);
    tags.put(COLORS, samples >= 3 ? 2 : 1);
    tags.put(OFFSETS, 8);
    tags.put(ROWS, height);
    tags.put(COUNTS, DATA);
    return file(tags, compression);
  }

  private static byte[] tiled(int width, int height, int tile, int compression) {
    Map<Integer, Integer> tags = common(width, height, compression);
    tags.put(BITS, 8);
    tags.put(SAMPLES, 1);
    tags.put(COLORS, 1);
    tags.put(TILE_WIDTH, tile);
    tags.put(TILE_HEIGHT, tile);
    tags.put(TILE_OFFSETS, 8);
    tags.put(TILE_COUNTS, DATA);
    return file(tags, compression);
  }

  private static Map<Integer, Integer> common(int width, int height, int compression) {
    Map<Integer, Integer> tags = new TreeMap<>();
    tags.put(WIDTH, width);
    tags.put(HEIGHT, height);
    tags.put(COMPRESSION, compression);
    return tags;
  }

  /** Data of no sense or, where it must be decompressed, few zeros; then the directory. */
  private static byte[] file(Map<Integer, Integer> tags, int compression) {
    byte[] zeros = Bytes.compressedZeros(DATA);
    Bytes out = new Bytes().text("II").little16(42).little32(8 + DATA);
    out.all(compression == 8 ? zeros : new byte[0]);
    out.zeros(8 + DATA - out.size()).little16(tags.size());
    tags.forEach((tag, value) -> out.little16(tag, 4).little32(1, value));
    return out.little32(0).bytes();
  }
}
