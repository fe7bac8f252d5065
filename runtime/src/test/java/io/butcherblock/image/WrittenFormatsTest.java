package io.butcherblock.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.error.ButcherblockException;
import io.butcherblock.formats.Exif;
import io.butcherblock.formats.WebpChunks;
import java.awt.color.ICC_Profile;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written, byte by byte: files are taken apart here and not by what wrote them. */
class WrittenFormatsTest {

  private static final Image IMAGE = TestImages.smooth(48, 32, 1);

  @TempDir Path folder;

  @Test
  void losslessWebpKeepsEverySample() throws IOException {
    for (int channels : new int[] {1, 3}) {
      Image image = TestImages.random(13, 7, channels, 1);
      Path file = folder.resolve(channels + ".webp");
      ImageFiles.write(image, file);
      assertEquals(image.toRgb(), ImageFiles.read(file));
      assertTrue(chunks(file).containsKey("VP8L"), chunks(file).keySet().toString());
    }
    byte[] opacity = TestImages.random(13, 7, 1, 2).samples();
    for (int i = 0; i < opacity.length; i++) {
      opacity[i] |= 1; // Colors that nobody sees are not kept.
    }
    Image alpha = TestImages.random(13, 7, 3, 1).withAlpha(opacity);
    Path file = folder.resolve("alpha.webp");
    ImageFiles.write(alpha, file);
    assertEquals(alpha, ImageFiles.read(file));
  }

  @ParameterizedTest
  @ValueSource(strings = {"webp", "jpg"})
  void qualityChoosesTheSizeAndTheLoss(String extension) throws IOException {
    long before = 0;
    double worst = 1e9;
    for (int quality : new int[] {5, 50, 95}) {
      Path file = folder.resolve(quality + "." + extension);
      write(IMAGE, file, ImageMetadata.NONE, quality);
      assertTrue(Files.size(file) > before, "quality " + quality);
      before = Files.size(file);
      double error = meanError(IMAGE, ImageFiles.read(file));
      assertTrue(error < worst, "quality " + quality);
      worst = error;
    }
    assertTrue(worst < 4, "error " + worst);
    if (extension.equals("webp")) {
      assertTrue(chunks(folder.resolve("50.webp")).containsKey("VP8 "));
    } else {
      write(IMAGE, folder.resolve("d.jpg"), ImageMetadata.NONE, 95);
      ImageFiles.write(IMAGE, folder.resolve("e.jpg"));
      assertArrayEquals(
          Files.readAllBytes(folder.resolve("d.jpg")), Files.readAllBytes(folder.resolve("e.jpg")));
    }
  }

  private static void write(Image image, Path file, ImageMetadata metadata, int quality) {
    ImageFiles.write(image, file, Optional.empty(), metadata, ImageEncoding.ofQuality(quality));
  }

  private static double meanError(Image a, Image b) {
    float[] x = a.planes();
    float[] y = b.planes();
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += Math.abs(x[i] - y[i]);
    }
    return sum / x.length;
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 101, -5})
  void qualityIsFromOneToHundred(int quality) {
    assertThrows(ButcherblockException.class, () -> ImageEncoding.ofQuality(quality));
  }

  @Test
  void whatCannotBeWrittenIsToldInASentence() {
    assertEquals(
        "Cannot write x.gif: images are written as PNG, JPEG, WebP, TIFF or BMP; name a file that"
            + " ends in .png, .jpg, .webp, .tif or .bmp.",
        refusal(Path.of("x.gif"), false, 4));
    assertEquals(
        "Cannot write x.jpg: JPEG cannot hold the image's transparency; name a file that ends in"
            + " .png, .webp or .tif.",
        refusal(Path.of("x.jpg"), true, 4));
    assertEquals(
        "Cannot write x.webp: WebP cannot hold an image of 20000 x 1; name a file that ends in"
            + " .png, .jpg or .tif.",
        refusal(Path.of("x.webp"), false, 20_000));
    assertTrue(
        assertThrows(
                ButcherblockException.class,
                () -> ImageEncoding.ofQuality(50).check(Path.of("x.png")))
            .getMessage()
            .contains("PNG keeps every pixel"));
    assertFalse(Files.exists(Path.of("x.webp")));
  }

  private static String refusal(Path file, boolean alpha, int width) {
    return assertThrows(
            ButcherblockException.class,
            () -> ImageFiles.checkWritable(new ImageSize(width, 1), alpha, file))
        .getMessage();
  }

  /** Display P3, EXIF and 300 dpi of a JPEG, with alpha and without, lossy and not. */
  @ParameterizedTest
  @CsvSource({"true, 0", "false, 0", "true, 60", "false, 60"})
  void webpHoldsProfileAndExif(boolean alpha, int quality) throws IOException {
    Path source = ForeignPicturesTest.folder().resolve("display-p3.jpg");
    ImageMetadata metadata = ImageFiles.metadata(source);
    byte[] opacity = new byte[48 * 32];
    Arrays.fill(opacity, (byte) 77);
    Image image = alpha ? IMAGE.withAlpha(opacity) : IMAGE;
    Path file = folder.resolve("x.webp");
    if (quality == 0) {
      ImageFiles.write(image, file, Optional.empty(), metadata);
      assertEquals(image, ImageFiles.read(file));
    } else {
      write(image, file, metadata, quality);
      assertTrue(meanError(image, ImageFiles.read(file)) < 12);
    }
    Map<String, byte[]> chunks = chunks(file);
    assertEquals("VP8X", chunks.keySet().iterator().next());
    ByteBuffer head = ByteBuffer.wrap(chunks.get("VP8X")).order(ByteOrder.LITTLE_ENDIAN);
    assertEquals(0x20 | 0x08 | (alpha ? 0x10 : 0), head.getInt(0));
    assertEquals(47, head.getShort(4));
    assertEquals(31, head.getShort(7));
    assertEquals(3, ICC_Profile.getInstance(chunks.get("ICCP")).getNumComponents());
    assertArrayEquals(metadata.profile().orElseThrow().bytes(), chunks.get("ICCP"));
    Map<Integer, long[]> exif = tags(chunks.get("EXIF"), 4);
    assertEquals(1, exif.getOrDefault(0x112, new long[] {1})[0]);
    assertEquals(300 * exif.get(282)[1], exif.get(282)[0]);
    assertEquals(List.of(), ImageFiles.lost(metadata, image, file));
    ImageMetadata kept = ImageFiles.metadata(file);
    assertEquals(300, kept.resolution().orElseThrow().y(), 1e-3);
    assertEquals(
        metadata.exif().orElseThrow().hasMakerNotes(), kept.exif().orElseThrow().hasMakerNotes());
  }

  /** A resolution without EXIF is EXIF in WebP, which has no other place for it. */
  @Test
  void webpHoldsTheResolution() throws IOException {
    Path source = folder.resolve("source.png");
    byte[] printed = {0, 0, 0x2e, 0x23, 0, 0, 0x2e, 0x23, 1}; // 11811 per meter: 300 dpi
    Files.write(
        source,
        PngFiles.rgb(48, 32, IMAGE.samples(), PngFiles.chunk("pHYs", printed), new byte[0]));
    Path file = folder.resolve("x.webp");
    ImageFiles.write(IMAGE, file, Optional.empty(), ImageFiles.metadata(source));
    Map<Integer, long[]> tags = tags(chunks(file).get("EXIF"), 4);
    assertEquals(300, tags.get(282)[0] / (double) tags.get(282)[1], 0.01);
    assertEquals(300, tags.get(283)[0] / (double) tags.get(283)[1], 0.01);
    assertEquals(2, tags.get(296)[0]);
    assertEquals(300, ImageFiles.metadata(file).resolution().orElseThrow().x(), 0.01);
  }

  /** EXIF from JPEG into TIFF and from TIFF into the other formats. */
  @Test
  void tiffHoldsExif() throws IOException {
    Path source = folder.resolve("source.png");
    Files.write(
        source,
        PngFiles.rgb(
            48, 32, IMAGE.samples(), PngFiles.chunk("eXIf", ExifForTests.block()), new byte[0]));
    Image upright = ImageFiles.read(source);
    Path tiff = folder.resolve("x.tif");
    ImageMetadata metadata = ImageFiles.metadata(source);
    ImageFiles.write(upright, tiff, Optional.empty(), metadata);
    assertEquals(upright, ImageFiles.read(tiff));
    assertEquals(
        List.of("the camera maker's notes in EXIF"), ImageFiles.lost(metadata, upright, tiff));
    byte[] bytes = Files.readAllBytes(tiff);
    ExifForTests.check(bytes, upright, false);
    ImageMetadata again = ImageFiles.metadata(tiff);
    assertEquals(List.of(), ImageFiles.lost(again, upright, Path.of("y.jpg")));
    for (String name : List.of("y.webp", "y.png", "y.jpg", "z.tif")) {
      ImageFiles.write(upright, folder.resolve(name), Optional.empty(), again);
    }
    ExifForTests.check(chunks(folder.resolve("y.webp")).get("EXIF"), upright, false);
    byte[] last = Files.readAllBytes(folder.resolve("z.tif"));
    ExifForTests.check(last, upright, false);
    assertEquals(upright, ImageFiles.read(folder.resolve("z.tif")));
  }

  /** RFC 9649 counts the lengths of chunks without the byte that makes them even. */
  @ParameterizedTest
  @ValueSource(ints = {26, 27})
  void chunksOfAWebpBeginAtEvenPlaces(int length) throws IOException {
    byte[] head = {'I', 'I', 42, 0, 8, 0, 0, 0};
    Path source = folder.resolve("source.png");
    byte[] block = PngFiles.chunk("eXIf", Arrays.copyOf(head, length));
    Files.write(source, PngFiles.rgb(48, 32, IMAGE.samples(), block, new byte[0]));
    Path file = folder.resolve("x.webp");
    ImageFiles.write(IMAGE, file, Optional.empty(), ImageFiles.metadata(source));
    assertEquals(0, Files.size(file) % 2);
    assertEquals(length, chunks(file).get("EXIF").length);
    // And are read there: one more, behind it.
    byte[] bytes = Files.readAllBytes(file);
    ByteBuffer longer = ByteBuffer.allocate(bytes.length + 12).order(ByteOrder.LITTLE_ENDIAN);
    longer.put(bytes).put("XMP ".getBytes(StandardCharsets.US_ASCII)).putInt(4);
    Files.write(file, longer.putInt(4, longer.capacity() - 8).array());
    try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
      assertTrue(new WebpChunks(in).has(WebpChunks.XMP));
    }
  }

  @Test
  void theLongestSideIsWritten() {
    WrittenFormat.check(new ImageSize(16_383, 1), false, Path.of("x.webp"));
    WrittenFormat.check(new ImageSize(1, 65_500), false, Path.of("x.jpg"));
    for (ImageSize size : List.of(new ImageSize(16_384, 1), new ImageSize(1, 16_384))) {
      assertThrows(
          ButcherblockException.class, () -> WrittenFormat.check(size, false, Path.of("x.webp")));
    }
    assertThrows(
        ButcherblockException.class,
        () -> WrittenFormat.check(new ImageSize(1, 65_501), false, Path.of("x.jpg")));
  }

  /** A profile of RGB says nothing of grey, and decoders refuse or ignore one that does not fit. */
  @ParameterizedTest
  @ValueSource(strings = {"png", "jpg", "tif"})
  void greyGetsNoProfileOfColors(String ending) {
    Path file = folder.resolve("grey." + ending);
    Path source = ForeignPicturesTest.folder().resolve("display-p3.jpg");
    Image grey = TestImages.random(8, 8, 1, 1);
    ImageFiles.write(grey, file, Optional.empty(), ImageFiles.metadata(source));
    assertEquals(Optional.empty(), ImageFiles.metadata(file).profile());
  }

  /** As of a scan: no camera made it, but somebody has the rights. */
  @ParameterizedTest
  @ValueSource(ints = {315, 33432})
  void aTiffWithoutACameraKeepsItsAuthorAndRights(int tag) throws IOException {
    byte[] name = "Ada Example\0".getBytes(StandardCharsets.US_ASCII);
    byte[] block =
        ByteBuffer.allocate(26 + name.length)
            .order(ByteOrder.LITTLE_ENDIAN)
            .put(new byte[] {'I', 'I', 42, 0})
            .putInt(8)
            .putShort((short) 1)
            .putShort((short) tag)
            .putShort((short) 2)
            .putInt(name.length)
            .putInt(26)
            .putInt(0)
            .put(name)
            .array();
    Path source = folder.resolve("source.png");
    Files.write(
        source, PngFiles.rgb(48, 32, IMAGE.samples(), PngFiles.chunk("eXIf", block), new byte[0]));
    Path tiff = folder.resolve("scan.tif");
    Image image = ImageFiles.read(source);
    ImageFiles.write(image, tiff, Optional.empty(), ImageFiles.metadata(source));
    ImageMetadata scan = ImageFiles.metadata(tiff);
    assertEquals(List.of("EXIF"), ImageFiles.lost(scan, image, Path.of("x.bmp")));
    String kept =
        new String(scan.exif().orElseThrow().ofUpright(48, 32), StandardCharsets.ISO_8859_1);
    assertTrue(kept.contains("Ada Example"), kept);
  }

  /** Written to PNG: upright, of the new size, without the small picture; all else as it was. */
  @Test
  void exifFitsTheNewPicture() throws IOException {
    Exif exif = Exif.of(ExifForTests.block()).orElseThrow();
    assertEquals(6, exif.orientation());
    byte[] made = exif.ofUpright(IMAGE.width(), IMAGE.height());
    ExifForTests.check(made, IMAGE, true);
    String text = new String(made, StandardCharsets.ISO_8859_1);
    assertTrue(new String(ExifForTests.block(), StandardCharsets.ISO_8859_1).contains("thumbnail"));
    assertFalse(text.contains("thumbnail"), text);
  }

  private static ByteOrder order(byte[] tiff) {
    return tiff[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
  }

  /** The values of the numbers in a directory, by tag; fractions as two. */
  static Map<Integer, long[]> tags(byte[] tiff, int pointer) {
    ByteBuffer all = ByteBuffer.wrap(tiff).order(order(tiff));
    Map<Integer, long[]> tags = new HashMap<>();
    int at = all.getInt(pointer);
    for (int i = 0; i < all.getShort(at); i++) {
      int entry = at + 2 + 12 * i;
      int tag = all.getShort(entry) & 0xffff;
      int place = all.getInt(entry + 8);
      switch (all.getShort(entry + 2)) {
        case 3 -> tags.put(tag, new long[] {all.getShort(entry + 8) & 0xffff});
        case 4 -> tags.put(tag, new long[] {place, entry + 8});
        case 5 -> tags.put(tag, new long[] {all.getInt(place), all.getInt(place + 4)});
        case 2, 7 -> tags.put(tag, new long[] {all.getInt(entry + 4), place});
        default -> tags.put(tag, new long[0]);
      }
    }
    return tags;
  }

  /** The chunks of a WebP file by name, in their order. */
  private static Map<String, byte[]> chunks(Path file) throws IOException {
    ByteBuffer all = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    assertEquals(all.capacity() - 8, all.getInt(4));
    Map<String, byte[]> chunks = new LinkedHashMap<>();
    for (int at = 12; at < all.capacity(); ) {
      byte[] name = new byte[4];
      all.get(at, name);
      byte[] data = new byte[all.getInt(at + 4)];
      all.get(at + 8, data);
      chunks.put(new String(name, StandardCharsets.US_ASCII), data);
      at += 8 + data.length + data.length % 2;
    }
    return chunks;
  }
}
