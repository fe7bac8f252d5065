package io.butcherblock.formats;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.imageio.stream.ImageInputStream;

/** The pages of a TIFF file, of which one is the picture. */
public final class TiffPages {

  private static final int SUBFILE = 254;
  private static final int OLD_SUBFILE = 255;
  private static final int WIDTH = 256;
  private static final int HEIGHT = 257;
  private static final int BITS = 258;
  private static final int COMPRESSION = 259;
  private static final Set<Long> JPEG = Set.of(6L, 7L);
  private static final int SAMPLES = 277;
  private static final int TILE_WIDTH = 322;
  private static final int TILE_HEIGHT = 323;
  private static final int COLORS = 262;
  private static final int YCBCR = 6;
  private static final int CIE_LAB = 8;
  private static final int ICC_LAB = 9;
  private static final int ITU_LAB = 10;
  private static final int EXTRA_SAMPLES = 338;
  private static final int SAMPLE_FORMAT = 339;
  private static final int SIGNED = 2;

  /** In a page's kind: it is a small copy of another (1), or says what of it is to be seen (4). */
  private static final int NO_PICTURE = 1 | 4;

  /** Inks, alpha and what some programs add; of more, no picture can be made. */
  private static final int MOST_SAMPLES = 64;

  /** Pixels of a tile that are fine whatever the image's size. */
  private static final long SMALL_TILE = 1 << 22;

  private static final Map<Long, String> UNREAD =
      Map.ofEntries(
          Map.entry(33003L, "JPEG 2000"),
          Map.entry(33005L, "JPEG 2000"),
          Map.entry(34712L, "JPEG 2000"),
          Map.entry(34661L, "JBIG"),
          Map.entry(34887L, "LERC"),
          Map.entry(34892L, "lossy DNG's JPEG"),
          Map.entry(34925L, "LZMA"),
          Map.entry(50000L, "Zstandard"),
          Map.entry(50001L, "WebP"),
          Map.entry(50002L, "JPEG XL"),
          Map.entry(52546L, "JPEG XL"));

  private final List<Ifd> pages;
  private final int picture;

  public TiffPages(ImageInputStream in) throws IOException {
    pages = Ifd.all(in);
    picture = pages.isEmpty() ? 0 : picture(pages);
  }

  /** How many pages are pictures, small copies of others not among them; at least 1. */
  public int count() throws IOException {
    return Math.max(1, pictures(pages));
  }

  /** Which of these is the picture, from 1. */
  public int rank() throws IOException {
    return Math.max(1, pictures(pages.subList(0, Math.min(pages.size(), picture + 1))));
  }

  private static int pictures(List<Ifd> pages) throws IOException {
    int pictures = 0;
    for (Ifd page : pages) {
      pictures += mayBePicture(page) ? 1 : 0;
    }
    return pictures;
  }

  /** The number of the page that is the picture, from 0. */
  public int picture() {
    return picture;
  }

  /** The directory of the page that is the picture. */
  public Ifd directory() throws IOException {
    if (pages.isEmpty()) {
      throw new IOException("it has no page");
    }
    return pages.get(picture);
  }

  /**
   * The first page that is not marked as a small copy, unless a later one shows the same at twice
   * the size or more: some programs put a small copy first and do not mark it.
   */
  private static int picture(List<Ifd> pages) throws IOException {
    int first = 0;
    while (first < pages.size() && !mayBePicture(pages.get(first))) {
      first++;
    }
    if (first == pages.size()) {
      return 0;
    }
    int best = first;
    for (int i = first + 1; i < pages.size(); i++) {
      if (mayBePicture(pages.get(i))
          && isSmallCopy(pages.get(first), pages.get(i))
          && width(pages.get(i)) > width(pages.get(best))) {
        best = i;
      }
    }
    return best;
  }

  private static boolean mayBePicture(Ifd page) throws IOException {
    return (page.number(SUBFILE, 0) & NO_PICTURE) == 0
        && page.number(OLD_SUBFILE, 1) != 2
        && width(page) > 0;
  }

  /** Whether both have the same shape, to the pixel, and the other is twice as large or more. */
  private static boolean isSmallCopy(Ifd page, Ifd other) throws IOException {
    double across = (double) width(other) / width(page);
    double heightThere = height(page) * across;
    return across >= 2 && Math.abs(height(other) - heightThere) <= across;
  }

  private static long width(Ifd page) throws IOException {
    return page.number(WIDTH, 0);
  }

  private static long height(Ifd page) throws IOException {
    return page.number(HEIGHT, 0);
  }

  /** Refuses what cannot be read in words that fit, for readers call it damaged. */
  public void refuseUnread() throws IOException {
    Ifd page = directory();
    String compression = UNREAD.get(page.number(COMPRESSION, 1));
    if (compression != null) {
      throw new UnsupportedOperationException(
          "its pixels are compressed as " + compression + ", not as LZW or Deflate");
    }
    if (page.number(COLORS, 0) == ITU_LAB) {
      throw new UnsupportedOperationException("its colors are those of fax machines (ITU L*a*b*)");
    }
    if (page.number(SAMPLE_FORMAT, 1) == SIGNED && !isLab()) {
      // No rule says which of them is white, and readers take those of 8 or 32 bits for unsigned.
      throw new UnsupportedOperationException(
          "samples with a sign of %s bits are not supported".formatted(page.number(BITS, 1)));
    }
    if (page.number(SAMPLES, 1) > MOST_SAMPLES) {
      throw new UnsupportedOperationException(
          "images of " + page.number(SAMPLES, 1) + " samples a pixel are not supported");
    }
    long tile = page.number(TILE_WIDTH, 0) * page.number(TILE_HEIGHT, 0);
    if (tile > SMALL_TILE && tile / 4 > width(page) * height(page)) {
      throw new IOException("its tiles are larger than the image");
    }
  }

  /** Whether the picture's pixels went through a JPEG, in the old form or the new. */
  public boolean holdsJpeg() throws IOException {
    return JPEG.contains(directory().number(COMPRESSION, 1));
  }

  /** Whether the picture's colors are CIE L*a*b*, with a* and b* signed. */
  public boolean isLab() throws IOException {
    return directory().number(COLORS, 0) == CIE_LAB;
  }

  /** Whether they are the same, with a* and b* from -128 on. */
  public boolean isIccLab() throws IOException {
    return directory().number(COLORS, 0) == ICC_LAB;
  }

  /** Checks that a file of so many bytes can hold the picture's pixels. */
  public void checkData(long fileBytes, int width, int height) throws IOException {
    Ifd page = directory();
    double bits = (double) page.number(BITS, 1) * page.number(SAMPLES, 1);
    double bytes = bits / Byte.SIZE * width * height;
    long ratio =
        switch ((int) page.number(COMPRESSION, 1)) {
          case 1 -> 1;
          case 5 -> LeastData.LZW;
          case 6, 7 -> 4 * LeastData.JPEG;
          case 8, 32946 -> LeastData.DEFLATE;
          case 32773 -> LeastData.PACK_BITS;
          // Those of fax machines write a blank line in a bit.
          default -> Integer.MAX_VALUE;
        };
    // Colors may be stored once for up to 16 pixels, brightness for each: 18 samples for 48.
    boolean subsampled = page.number(COLORS, 0) == YCBCR;
    LeastData.check(fileBytes, ratio, subsampled ? bytes / 3 : bytes, width, height);
  }

  /** The bytes that a pixel takes as it is stored, once it is decompressed. */
  public long bytesPerPixel() throws IOException {
    Ifd page = directory();
    long bits = Math.multiplyExact(page.number(BITS, 1), page.number(SAMPLES, 1));
    return (bits + 7) / Byte.SIZE;
  }

  /** How samples of the picture are stored, as far as readers do not tell. */
  public StoredSamples samples() throws IOException {
    Ifd page = directory();
    return new StoredSamples((int) page.number(BITS, 8), page.number(EXTRA_SAMPLES, 0) == 1);
  }
}
