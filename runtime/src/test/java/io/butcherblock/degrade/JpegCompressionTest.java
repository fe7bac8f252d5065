package io.butcherblock.degrade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.error.ButcherblockException;
import io.butcherblock.image.Image;
import io.butcherblock.patches.SplitMix64;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class JpegCompressionTest {

  /** Edges, slopes and noise in all colors. */
  static Image scene(int width, int height, int channels) {
    SplitMix64 random = new SplitMix64(5);
    byte[] samples = new byte[width * height * channels];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        for (int c = 0; c < channels; c++) {
          double wave = 60 * Math.sin(0.3 * x + c) + 50 * Math.cos(0.21 * y * (c + 1));
          double edge = (x + 2 * y) / 17 % 2 * 90;
          double value = 80 + wave + edge + random.uniform(-12, 12);
          samples[(y * width + x) * channels + c] = (byte) Math.max(0, Math.min(255, value));
        }
      }
    }
    return Image.of(width, height, channels, samples);
  }

  @ParameterizedTest
  @CsvSource({"48,64", "37,29", "16,16", "51,34", "8,9", "5,3", "3,4", "1,1"})
  void equalsWhatTheJdkReadsOfWhatItWrote(int width, int height) throws IOException {
    for (ChromaSubsampling subsampling : ChromaSubsampling.values()) {
      for (int quality : new int[] {25, 50, 75, 90, 95, 100}) {
        Image image = scene(width, height, 3);
        Image expected = ImageIoJpeg.read(ImageIoJpeg.write(image, quality, subsampling));
        JpegCompression jpeg = new JpegCompression(quality, subsampling);
        assertEquals(expected, jpeg.apply(image), jpeg + " of " + image);
      }
    }
  }

  @Test
  void greyImagesHaveLuminanceAlone() throws IOException {
    Image image = scene(37, 29, 1);
    for (int quality : new int[] {25, 50, 75, 90}) {
      Image expected = ImageIoJpeg.read(ImageIoJpeg.write(image, quality, ChromaSubsampling.NONE));
      assertEquals(
          expected.toRgb(),
          new JpegCompression(quality, ChromaSubsampling.BOTH).apply(image).toRgb());
    }
  }

  /** So that the comparisons above are of what they say. */
  @ParameterizedTest
  @EnumSource(ChromaSubsampling.class)
  void theJdkWritesTheSamplingFactorsAsked(ChromaSubsampling subsampling) throws IOException {
    byte[] file = ImageIoJpeg.write(scene(48, 48, 3), 75, subsampling);
    int frame = ImageIoJpeg.segment(file, 0xc0);
    assertEquals(3, file[frame + 5]);
    assertEquals(subsampling.across() << 4 | subsampling.down(), file[frame + 7]);
    assertEquals(0x11, file[frame + 10]);
    assertEquals(0x11, file[frame + 13]);
  }

  /**
   * Against a file, in which the steps lie in zigzag order. At some other qualities the JDK rounds
   * halves differently, as its quality is no whole number.
   */
  @ParameterizedTest
  @CsvSource({"5", "10", "20", "25", "40", "50", "60", "75", "90", "95", "100"})
  void quantizationTablesAreThoseOfFiles(int quality) throws IOException {
    byte[] file = ImageIoJpeg.write(scene(16, 16, 3), quality, ChromaSubsampling.NONE);
    int tables = ImageIoJpeg.segment(file, 0xdb);
    check(QuantizationTable.luminance(quality), file, tables);
    boolean together = file[tables + 65] == 1;
    check(QuantizationTable.chrominance(quality), file, tables + (together ? 65 : 69));
  }

  private static void check(QuantizationTable table, byte[] file, int at) {
    int x = 0;
    int y = 0;
    for (int i = 0; i < 64; i++) {
      assertEquals(file[at + 1 + i] & 0xff, table.step(8 * y + x), "column " + x + ", row " + y);
      boolean up = (x + y) % 2 == 0;
      if (up ? x == 7 : y == 7) {
        x += up ? 0 : 1;
        y += up ? 1 : 0;
      } else if (up ? y == 0 : x == 0) {
        x += up ? 1 : 0;
        y += up ? 0 : 1;
      } else {
        x += up ? 1 : -1;
        y += up ? -1 : 1;
      }
    }
  }

  @Test
  void subsamplingBlursColorOnly() {
    Image image = scene(48, 48, 3);
    Image fine = new JpegCompression(90, ChromaSubsampling.NONE).apply(image);
    Image half = new JpegCompression(90, ChromaSubsampling.HORIZONTAL).apply(image);
    Image quarter = new JpegCompression(90, ChromaSubsampling.BOTH).apply(image);
    assertTrue(distance(image, fine) < distance(image, half));
    assertTrue(distance(image, half) < distance(image, quarter));
    Image grey = scene(48, 48, 1).toRgb();
    assertNotEquals(fine, quarter);
    assertEquals(
        new JpegCompression(90, ChromaSubsampling.NONE).apply(grey),
        new JpegCompression(90, ChromaSubsampling.BOTH).apply(grey));
  }

  private static double distance(Image a, Image b) {
    byte[] as = a.samples();
    byte[] bs = b.samples();
    double sum = 0;
    for (int i = 0; i < as.length; i++) {
      double d = (as[i] & 0xff) - (bs[i] & 0xff);
      sum += d * d;
    }
    return sum / as.length;
  }

  @Test
  void qualitiesOfOtherScalesAreRefused() {
    for (int quality : new int[] {0, 101, -5}) {
      ButcherblockException error =
          assertThrows(
              ButcherblockException.class,
              () -> new JpegCompression(quality, ChromaSubsampling.BOTH));
      assertEquals(
          "The quality of JPEG must be from 1 to 100, not " + quality + ".", error.getMessage());
    }
  }
}
