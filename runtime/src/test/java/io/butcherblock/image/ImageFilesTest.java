package io.butcherblock.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.error.ButcherblockException;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageFilesTest {

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"png,1", "png,3", "bmp,1", "bmp,3", "tif,1", "tif,3", "TIFF,3"})
  void losslessFormatsKeepEverySample(String extension, int channels) {
    Image image = TestImages.random(13, 7, channels, 1);
    Path file = folder.resolve("below/image." + extension);
    ImageFiles.write(image, file);
    assertEquals(image, ImageFiles.read(file));
  }

  @ParameterizedTest
  @CsvSource({"png,1", "png,3", "tif,1", "tif,3"})
  void alphaIsKept(String extension, int channels) {
    Image image = TestImages.withAlpha(TestImages.random(13, 7, channels, 1), 2);
    Path file = folder.resolve("image." + extension);
    ImageFiles.write(image, file);
    assertEquals(image, ImageFiles.read(file));
  }

  @ParameterizedTest
  @CsvSource({"1, false", "3, false", "1, true", "3, true"})
  void aPngSaysWhatItWasMadeOf(int channels, boolean alpha) throws IOException {
    Image random = TestImages.random(13, 7, channels, 1);
    Image image = alpha ? TestImages.withAlpha(random, 2) : random;
    Path file = folder.resolve("image.png");
    ImageFiles.write(image, file, "made of this");
    assertEquals(Optional.of("made of this"), ImageOrigin.of(file));
    assertEquals(image, ImageFiles.read(file));
    byte[] whole = Files.readAllBytes(file);
    for (int length = 0; length < whole.length; length++) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertEquals(Optional.empty(), ImageOrigin.of(file), "of " + length + " bytes");
    }
  }

  @Test
  void otherFilesSayNothingOfWhatTheyWereMadeOf() {
    Image image = TestImages.random(13, 7, 3, 1);
    ImageFiles.write(image, folder.resolve("image.png"));
    ImageFiles.write(image, folder.resolve("image.jpg"), "made of this");
    for (String name : new String[] {"image.png", "image.jpg", "missing.png", "."}) {
      assertEquals(Optional.empty(), ImageOrigin.of(folder.resolve(name)), name);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"jpg", "bmp"})
  void alphaIsNotDroppedSilently(String extension) {
    Image image = TestImages.withAlpha(TestImages.random(13, 7, 3, 1), 2);
    Path file = folder.resolve("image." + extension);
    assertTrue(message(() -> ImageFiles.write(image, file)).contains("transparency"));
    assertFalse(Files.exists(file));
  }

  @Test
  void sidesBeyondJpegAreRefused() {
    Path file = folder.resolve("long.jpg");
    Image image = Image.of(70_000, 1, 1, new byte[70_000]);
    assertTrue(message(() -> ImageFiles.write(image, file)).contains("70000 x 1"));
  }

  /** MeanColor that change from pixel to pixel stay near only if they are not subsampled. */
  @Test
  void jpegKeepsColorsInFullResolution() {
    byte[] samples = new byte[16 * 16 * 3];
    for (int i = 0; i < 16 * 16; i++) {
      samples[3 * i + i % 2] = (byte) 128;
    }
    Path file = folder.resolve("image.jpg");
    ImageFiles.write(Image.of(16, 16, 3, samples), file);
    Image read = ImageFiles.read(file);
    for (int i = 0; i < samples.length; i++) {
      assertEquals(samples[i] & 0xff, read.samples()[i] & 0xff, 20);
    }
  }

  @Test
  void sixteenBitsAsBytesAreRounded() throws IOException {
    BufferedImage deep = new BufferedImage(4, 1, BufferedImage.TYPE_USHORT_GRAY);
    deep.getRaster().setPixels(0, 0, 4, 1, new int[] {0, 128, 129, 65535});
    Path file = folder.resolve("deep.png");
    assertTrue(ImageIO.write(deep, "png", file.toFile()));
    // 129 / 257 is above one half.
    assertArrayEquals(new byte[] {0, 0, 1, (byte) 255}, ImageFiles.read(file).samples());
  }

  @Test
  void palettesBecomeTheirColors() throws IOException {
    byte[] red = {10, 0, 0, (byte) 200};
    byte[] grey = {1, 2, 3, 4};
    assertArrayEquals(
        new byte[] {10, 1, 1, (byte) 200, 4, 4}, ImageFiles.read(palette(red, grey)).samples());
    Image onlyGrey = ImageFiles.read(palette(grey, grey));
    assertEquals(1, onlyGrey.channels());
    assertArrayEquals(new byte[] {1, 4}, onlyGrey.samples());
  }

  private Path palette(byte[] red, byte[] other) throws IOException {
    IndexColorModel colors = new IndexColorModel(8, 4, red, other, other);
    BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_BYTE_INDEXED, colors);
    image.getRaster().setPixels(0, 0, 2, 1, new int[] {0, 3});
    Path file = folder.resolve("palette.png");
    assertTrue(ImageIO.write(image, "png", file.toFile()));
    return file;
  }

  @Test
  void bitsBecomeBlackAndWhite() throws IOException {
    BufferedImage bits = new BufferedImage(3, 1, BufferedImage.TYPE_BYTE_BINARY);
    bits.setRGB(1, 0, Color.WHITE.getRGB());
    Path file = folder.resolve("bits.png");
    assertTrue(ImageIO.write(bits, "png", file.toFile()));
    assertArrayEquals(new byte[] {0, (byte) 255, 0}, ImageFiles.read(file).samples());
  }

  /** Lossless WebP of 2 x 2 pixels, of another program. */
  @Test
  void webpIsRead() throws IOException {
    byte[] webp =
        Base64.getDecoder()
            .decode(
                "UklGRjgAAABXRUJQVlA4TCwAAAAvAUAAAB8gECBM+PI/Y0NIQOj+33GNkIAwQvd/pfkP+ENTAtkAZaowi+h/fA==");
    Path file = folder.resolve("image.webp");
    Files.write(file, webp);
    byte[] expected = {10, 20, 30, (byte) 200, 100, 50, 0, 0, -1, -1, -1, -1};
    assertEquals(Image.of(2, 2, 3, expected), ImageFiles.read(file));
    Files.write(file, Arrays.copyOf(webp, webp.length - 2));
    assertTrue(message(() -> ImageFiles.read(file)).contains("incomplete"));
  }

  @ParameterizedTest
  @CsvSource({
    "1, IDENTITY", "2, FLIP_HORIZONTAL", "3, ROTATE_180", "4, FLIP_VERTICAL",
    "5, TRANSPOSE", "6, ROTATE_90", "7, TRANSVERSE", "8, ROTATE_270"
  })
  void photographsStandUpright(int exif, Symmetry toUpright) throws IOException {
    byte[] samples = new byte[24 * 16];
    Arrays.fill(samples, 0, 24 * 8, (byte) 250);
    for (int y = 0; y < 16; y++) {
      Arrays.fill(samples, y * 24, y * 24 + 8, (byte) 120);
    }
    Path file = folder.resolve("photograph.jpg");
    ImageFiles.write(Image.of(24, 16, 1, samples), file);
    Image stored = ImageFiles.read(file);
    Files.write(file, withExif(Files.readAllBytes(file), exif));
    assertEquals(toUpright.apply(stored), ImageFiles.read(file));
    assertEquals(ImageSize.of(toUpright.apply(stored)), ImageFiles.size(file));
  }

  /** Puts a segment APP1 with the one tag Orientation (0x0112) behind the start marker. */
  private static byte[] withExif(byte[] jpeg, int orientation) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(jpeg, 0, 2);
    ByteBuffer app1 = ByteBuffer.allocate(36);
    app1.putShort((short) 0xffe1).putShort((short) 34);
    app1.put("Exif\0\0MM".getBytes(StandardCharsets.US_ASCII)).putShort((short) 42).putInt(8);
    app1.putShort((short) 1).putShort((short) 0x112).putShort((short) 3).putInt(1);
    app1.putShort((short) orientation).putShort((short) 0).putInt(0);
    out.write(app1.array());
    out.write(jpeg, 2, jpeg.length - 2);
    return out.toByteArray();
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "jpg", "bmp", "tif"})
  void truncatedFilesAreRefused(String extension) throws IOException {
    Path file = folder.resolve("image." + extension);
    ImageFiles.write(TestImages.random(40, 30, 3, 5), file);
    byte[] whole = Files.readAllBytes(file);
    for (int length = 1; length < whole.length; length += whole.length / 50) {
      Files.write(file, Arrays.copyOf(whole, length));
      String message = message(() -> ImageFiles.read(file));
      assertTrue(message.startsWith("Cannot read " + file), message);
    }
  }

  @Test
  void aThumbnailsEndIsNotTheEnd() throws IOException {
    Path file = folder.resolve("image.jpg");
    ImageFiles.write(TestImages.random(40, 30, 3, 5), file);
    byte[] jpeg = Files.readAllBytes(file);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(jpeg, 0, 2);
    out.write(new byte[] {(byte) 0xff, (byte) 0xe2, 0, 6, (byte) 0xff, (byte) 0xd9, 0, 0});
    out.write(jpeg, 2, jpeg.length - 100);
    Files.write(file, out.toByteArray());
    assertTrue(message(() -> ImageFiles.read(file)).contains("end marker"));
  }

  @Test
  void damagedPngIsRefused() throws IOException {
    Path file = folder.resolve("image.png");
    ImageFiles.write(TestImages.random(40, 30, 3, 5), file);
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);
    assertTrue(message(() -> ImageFiles.read(file)).contains("check sum"));
  }

  @Test
  void sizesBeyondMemoryAreRefusedBeforehand() throws IOException {
    ByteBuffer png = ByteBuffer.allocate(45);
    png.putLong(0x89504e470d0a1a0aL);
    ByteBuffer head = ByteBuffer.allocate(17).putInt(0x49484452).putInt(90000).putInt(80000);
    head.put(new byte[] {8, 2, 0, 0, 0});
    for (byte[] chunk : List.of(head.array(), "IEND".getBytes(StandardCharsets.US_ASCII))) {
      CRC32 sum = new CRC32();
      sum.update(chunk);
      png.putInt(chunk.length - 4).put(chunk).putInt((int) sum.getValue());
    }
    Path file = folder.resolve("huge.png");
    Files.write(file, png.array());
    assertTrue(message(() -> ImageFiles.read(file)).contains("90000 x 80000"));
  }

  @Test
  void otherFilesAreRefused() throws IOException {
    Path text = folder.resolve("text.png");
    Files.writeString(text, "not an image");
    assertTrue(message(() -> ImageFiles.read(text)).contains("not an image"));
    Path empty = Files.createFile(folder.resolve("empty.png"));
    assertTrue(message(() -> ImageFiles.read(empty)).contains("empty"));
    Path missing = folder.resolve("missing.png");
    assertTrue(message(() -> ImageFiles.read(missing)).contains("no such file"));
    assertTrue(message(() -> ImageFiles.read(folder)).contains("folder"));
    assertTrue(message(() -> ImageFiles.size(missing)).contains("no such file"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"image.heic", "image.gif", "image"})
  void unknownFormatsAreNotWritten(String name) {
    Path file = folder.resolve(name);
    Image image = TestImages.random(4, 4, 3, 1);
    assertTrue(message(() -> ImageFiles.write(image, file)).contains(".png"));
  }

  @Test
  void listsAreSortedAndHoldImagesOnly() throws IOException {
    Files.createDirectories(folder.resolve("a"));
    for (String name : List.of("b.PNG", "a.jpeg", "notes.txt", ".hidden.png", "a/c.webp")) {
      Files.createFile(folder.resolve(name));
    }
    assertEquals(
        List.of(folder.resolve("a.jpeg"), folder.resolve("b.PNG")), ImageFiles.list(folder));
    assertTrue(message(() -> ImageFiles.list(folder.resolve("x"))).contains("There is no folder"));
    assertTrue(message(() -> ImageFiles.list(folder.resolve("b.PNG"))).contains("is a file"));
  }

  private static String message(org.junit.jupiter.api.function.Executable call) {
    String message = assertThrows(ButcherblockException.class, call).getMessage();
    assertFalse(message.contains("\n"));
    return message;
  }

  /** Its interrupt closes the file, which is not damaged. */
  @Test
  void anInterruptedThreadIsToldSo() {
    Path file = folder.resolve("image.png");
    ImageFiles.write(TestImages.smooth(8, 8, 1), file);
    Thread.currentThread().interrupt();
    try {
      String told =
          assertThrows(ButcherblockException.class, () -> ImageFiles.read(file)).getMessage();
      assertEquals("Cannot read " + file + ": the thread was interrupted.", told);
    } finally {
      assertTrue(Thread.interrupted());
    }
  }
}
