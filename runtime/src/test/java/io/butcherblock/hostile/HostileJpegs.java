package io.butcherblock.hostile;

import static io.butcherblock.hostile.HostileFile.read;
import static io.butcherblock.hostile.HostileFile.refused;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;

/** JPEG files (ITU-T T.81). */
final class HostileJpegs {

  private static final byte[] EOI = {(byte) 0xff, (byte) 0xd9};

  private HostileJpegs() {}

  static List<HostileFile> all() {
    byte[] small = noise(50, 40);
    return List.of(
        refused("jpg-claim-65500.jpg", claiming(small, 65500, 65500), HostileImages.LIMIT),
        refused("jpg-claim-23000.jpg", claiming(small, 23000, 23000), HostileImages.LIMIT),
        refused("jpg-claim-12000.jpg", claiming(small, 12000, 12000), HostileImages.SHORT),
        refused("jpg-cut-with-end.jpg", cutWithEnd(noise(240, 176)), HostileImages.SHORT),
        refused("jpg-scans-8000-4000.jpg", emptyScans(8000, 8000, 4000), "scans"),
        refused("jpg-scans-2000-13000.jpg", emptyScans(2000, 2000, 13000), "scans"),
        refused("jpg-no-lines.jpg", claiming(small, 50, 0), HostileImages.SHORT),
        read("jpg-app-segments.jpg", withSegments(small, 3000)));
  }

  /** An image of noise by the JDK's coder, so that its coded data is long. */
  static byte[] noise(int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
    java.util.Random random = new java.util.Random(1);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        image.setRGB(x, y, random.nextInt(1 << 24));
      }
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "jpeg", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** The same coded data under another size. */
  private static byte[] claiming(byte[] jpeg, int width, int height) {
    byte[] changed = jpeg.clone();
    int frame = indexOf(jpeg, 0xc0);
    System.arraycopy(new Bytes().big16(height, width).bytes(), 0, changed, frame + 5, 4);
    return changed;
  }

  /** A third of the coded data, and then the end marker, so that the structure is whole. */
  private static byte[] cutWithEnd(byte[] jpeg) {
    int scan = indexOf(jpeg, 0xda);
    int third = scan + (jpeg.length - scan) / 3;
    // Not between the two bytes of a stuffed one.
    third += jpeg[third - 1] == (byte) 0xff ? 1 : 0;
    return new Bytes().all(Arrays.copyOf(jpeg, third)).all(EOI).bytes();
  }

  /** A progressive image whose scans have no data: a decoder goes over all blocks for each. */
  private static byte[] emptyScans(int width, int height, int scans) {
    Bytes out = new Bytes().values(0xff, 0xd8);
    out.values(0xff, 0xdb).big16(67).values(0);
    for (int i = 0; i < 64; i++) {
      out.values(1);
    }
    out.values(0xff, 0xc2).big16(11).values(8).big16(height, width).values(1, 1, 0x11, 0);
    for (int table : new int[] {0x00, 0x10}) {
      // One code, of one bit, for the symbol 0.
      out.values(0xff, 0xc4).big16(20).values(table, 1).zeros(15).values(0);
    }
    for (int i = 0; i < scans; i++) {
      // The first is of the mean, later ones of the first frequencies.
      boolean first = i == 0;
      out.values(0xff, 0xda).big16(8).values(1, 1, 0);
      out.values(first ? 0 : 1, first ? 0 : 1 + i % 63, 0);
    }
    return out.all(EOI).bytes();
  }

  /** Segments of programs, which are read past. */
  private static byte[] withSegments(byte[] jpeg, int count) {
    Bytes out = new Bytes().all(Arrays.copyOf(jpeg, 2));
    for (int i = 0; i < count; i++) {
      out.values(0xff, 0xeb).big16(102).zeros(100);
    }
    return out.all(Arrays.copyOfRange(jpeg, 2, jpeg.length)).bytes();
  }

  /** Where the first segment of a marker begins. */
  static int indexOf(byte[] jpeg, int marker) {
    int at = 2;
    while ((jpeg[at + 1] & 0xff) != marker) {
      at += 2 + ((jpeg[at + 2] & 0xff) << 8) + (jpeg[at + 3] & 0xff);
    }
    return at;
  }
}
