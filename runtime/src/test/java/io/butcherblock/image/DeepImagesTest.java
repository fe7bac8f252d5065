package io.butcherblock.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.data.DecodedPair;
import io.butcherblock.data.PairedDataset;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Images of 16 bits, whose files the JDK's readers read too, which are no part of ours. */
class DeepImagesTest {

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "png, 1, false", "png, 3, false", "png, 1, true", "png, 3, true",
    "tif, 1, false", "tif, 3, false", "tif, 1, true", "tif, 3, true"
  })
  void everySampleIsWrittenAndRead(String extension, int channels, boolean alpha)
      throws IOException {
    Image random = TestImages.random16(13, 7, channels, 1);
    short[] opacity = TestImages.random16(13, 7, 1, 2).samples16();
    Image image = alpha ? random.withAlpha(opacity) : random;
    Path file = folder.resolve("image." + extension);
    ImageFiles.write(image, file, "digest");
    assertEquals(image, ImageFiles.read(file));
    Raster read = byJdk(file);
    assertEquals(16, read.getSampleModel().getSampleSize(0));
    assertEquals(channels + (alpha ? 1 : 0), read.getNumBands());
    for (int i = 0; i < 13 * 7; i++) {
      for (int c = 0; c < channels; c++) {
        assertEquals(image.sample(i % 13, i / 13, c), read.getSample(i % 13, i / 13, c));
      }
      if (alpha) {
        assertEquals(opacity[i] & 0xffff, read.getSample(i % 13, i / 13, channels));
      }
    }
  }

  private static Raster byJdk(Path file) throws IOException {
    try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
      Iterable<ImageReader> readers = () -> ImageIO.getImageReaders(in);
      for (ImageReader reader : readers) {
        if (reader.getClass().getName().startsWith("com.sun")) {
          reader.setInput(in);
          return reader.readRaster(0, null);
        }
      }
      throw new AssertionError("the JDK reads " + file);
    } catch (UnsupportedOperationException e) {
      return ImageIO.read(file.toFile()).getRaster();
    }
  }

  /** One transparent grey of 16 bits, and no other that has the same upper 8. */
  @Test
  void oneTransparentColorIsFoundByAllItsBits() throws IOException {
    BufferedImage grey = new BufferedImage(3, 1, BufferedImage.TYPE_USHORT_GRAY);
    grey.getRaster().setPixels(0, 0, 3, 1, new int[] {0x1234, 0x1235, 0});
    Path plain = folder.resolve("plain.png");
    assertTrue(ImageIO.write(grey, "png", plain.toFile()));
    byte[] file = java.nio.file.Files.readAllBytes(plain);
    byte[] key = PngFiles.chunk("tRNS", new byte[] {0x12, 0x34});
    java.nio.file.Files.write(
        plain,
        PngFiles.joined(Arrays.copyOf(file, 33), key, Arrays.copyOfRange(file, 33, file.length)));
    Image image = ImageFiles.read(plain);
    assertEquals(0x1235, image.sample(1, 0, 0));
    assertArrayEquals(new short[] {0, -1, -1}, image.alpha16().orElseThrow());
  }

  /** JPEG, WebP and BMP hold 8 bits, which is told. */
  @ParameterizedTest
  @ValueSource(strings = {"webp", "bmp", "jpg"})
  void otherFormatsHoldEightBits(String extension) {
    Image image =
        BicubicResize.resize(
            Image.of(2, 2, 3, TestImages.random16(2, 2, 3, 1).samples16()), 16, 16);
    Path file = folder.resolve("image." + extension);
    ImageFiles.write(image, file);
    Image read = ImageFiles.read(file);
    assertEquals(8, read.bits());
    byte[] expected = image.samples();
    byte[] actual = read.samples();
    for (int i = 0; i < expected.length; i++) {
      assertEquals(expected[i] & 0xff, actual[i] & 0xff, extension.equals("jpg") ? 12 : 0);
    }
    List<String> lost = ImageFiles.lost(ImageMetadata.NONE, image, file);
    assertEquals(1, lost.size());
    assertTrue(lost.get(0).startsWith("16-bit samples ("), lost.get(0));
    assertEquals(List.of(), ImageFiles.lost(ImageMetadata.NONE, image.to8Bits(), file));
    assertEquals(List.of(), ImageFiles.lost(ImageMetadata.NONE, image, Path.of("x.png")));
  }

  /** Samples of a smooth ramp, written and read, against the kernel in floating point. */
  @ParameterizedTest
  @ValueSource(strings = {"png", "tif"})
  void aRampStaysSmooth(String extension) throws IOException {
    int width = 600;
    short[] ramp = new short[width * 2];
    for (int i = 0; i < ramp.length; i++) {
      ramp[i] = (short) (20_000 + 7 * (i % width));
    }
    Path in = folder.resolve("ramp." + extension);
    ImageFiles.write(Image.of(width, 2, 1, ramp), in);
    Path out = folder.resolve("large." + extension);
    ImageFiles.write(
        BicubicResize.upscale(ImageFiles.read(in), 2),
        out,
        Optional.empty(),
        ImageFiles.metadata(in));
    Raster large = byJdk(out);
    assertEquals(2 * width, large.getWidth());
    int[] row = large.getPixels(0, 1, 2 * width, 1, (int[]) null);
    assertTrue(Arrays.stream(row).distinct().count() > 1000, "distinct values");
    for (int x = 1; x < row.length; x++) {
      assertTrue(row[x] >= row[x - 1], "falls at " + x);
    }
    for (int x = 4; x < row.length - 4; x++) {
      // A cubic kernel is exact on a line: the new centers lie at 1/4 and 3/4 between the old.
      assertEquals(20_000 + 7 * ((x + 0.5) / 2 - 0.5), row[x], 1);
    }
  }

  /** As 8-bit samples do: where alpha changes, colors count as much as they are opaque. */
  @Test
  void bothDepthsAreResizedAlike() {
    Image image = TestImages.withAlpha(TestImages.random(16, 12, 3, 1), 2);
    Image deep = Image.of(16, 12, 3, image.samples16()).withAlpha(image.alpha16().orElseThrow());
    for (int scale : new int[] {2, 3}) {
      assertNear(BicubicResize.upscale(image, scale), BicubicResize.upscale(deep, scale));
      assertNear(BicubicResize.downscale(image, scale), BicubicResize.downscale(deep, scale));
    }
    byte[] holes = image.alpha().orElseThrow();
    Arrays.fill(holes, 40, 90, (byte) 0);
    assertNear(
        TransparentColors.bled(image.withAlpha(holes)),
        TransparentColors.bled(deep.withAlpha(holes)));
  }

  private static void assertNear(Image expected, Image deep) {
    assertEquals(16, deep.bits());
    byte[] a = expected.samples();
    byte[] b = deep.samples();
    byte[] opacity = expected.alpha().orElseThrow();
    for (int i = 0; i < a.length; i++) {
      // Alpha of 8 bits is rounded, which matters to the colors where there is little of it.
      if ((opacity[i / 3] & 0xff) > 100) {
        assertEquals(a[i] & 0xff, b[i] & 0xff, 3);
      }
    }
    byte[] other = deep.alpha().orElseThrow();
    for (int i = 0; i < opacity.length; i++) {
      assertEquals(opacity[i] & 0xff, other[i] & 0xff, 1);
    }
  }

  /** Data sets and comparisons are of 8 bits, as the protocol of the benchmarks is. */
  @Test
  void pairsOfDataSetsHaveEightBits() throws IOException {
    Image image = TestImages.random16(16, 12, 3, 1);
    Path file = folder.resolve("HR/a.png");
    ImageFiles.write(image, file);
    PairedDataset pairs = PairedDataset.of(folder, 2, PairedDataset.Purpose.EVALUATION);
    DecodedPair pair = pairs.pairs().get(0).load();
    assertEquals(image.to8Bits(), pair.hr());
    assertEquals(BicubicResize.downscale(image.to8Bits(), 2), pair.lr());
  }
}
