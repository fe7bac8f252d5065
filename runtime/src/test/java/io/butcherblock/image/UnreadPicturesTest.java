package io.butcherblock.image;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.error.ButcherblockException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be read is told for what it is. */
class UnreadPicturesTest {

  @TempDir Path folder;

  @Test
  void aCompressionThatIsNotReadIsNoDamage() {
    String told = told(ForeignPicturesTest.folder().resolve("case-zstd.tif"));
    assertTrue(told.contains("Zstandard"), told);
    assertTrue(!told.contains("damaged"), told);
  }

  @Test
  void colorsThatAreNotReadAreNoDamage() throws IOException {
    byte[] tiff = Files.readAllBytes(ForeignPicturesTest.folder().resolve("labicc8.tif"));
    // Tag 262 is a short, once, and 9: ICC's kind of Lab.
    int colors = new String(tiff, ISO_8859_1).indexOf("\u0006\u0001\u0003\0\u0001\0\0\0\t");
    tiff[colors + 8] = 10;
    Path file = Files.write(folder.resolve("fax.tif"), tiff);
    String told = told(file);
    assertTrue(told.contains("fax machines"), told);
    assertTrue(!told.contains("damaged"), told);
  }

  /** Which of their values is white, no rule says; those taken for unsigned come out wrong. */
  @ParameterizedTest
  @ValueSource(ints = {8, 16, 32})
  void samplesWithASignAreNoDamage(int bits) throws IOException {
    int row = 8 * bits / 8;
    ByteBuffer tiff = ByteBuffer.allocate(8 + 2 + 10 * 12 + 4 + 8 * row);
    tiff.order(ByteOrder.LITTLE_ENDIAN).put(new byte[] {'I', 'I', 42, 0}).putInt(8);
    int[][] tags = {
      {256, 8}, {257, 8}, {258, bits}, {259, 1}, {262, 1},
      {273, 134}, {277, 1}, {278, 8}, {279, 8 * row}, {339, 2}
    };
    tiff.putShort((short) tags.length);
    for (int[] tag : tags) {
      tiff.putShort((short) tag[0]).putShort((short) 3).putInt(1).putInt(tag[1]);
    }
    Path file = Files.write(folder.resolve("signed.tif"), tiff.array());
    assertEquals(
        "Cannot read "
            + file
            + ": samples with a sign of "
            + bits
            + " bits are not supported; convert it to PNG.",
        told(file));
    // The same without a sign is read.
    tiff.putInt(10 + 9 * 12 + 8, 1);
    assertEquals(8, ImageFiles.read(Files.write(file, tiff.array())).width());
  }

  @ParameterizedTest
  @CsvSource({"12, 0xc1, 12 bits", "8, 0xc5, hierarchical", "8, 0xf7, JPEG-LS"})
  void kindsOfJpegThatAreNotReadAreNoDamage(int precision, String marker, String words)
      throws IOException {
    byte[] jpeg = jpeg();
    int frame = frame(jpeg);
    jpeg[frame + 1] = (byte) (int) Integer.decode(marker);
    jpeg[frame + 4] = (byte) precision;
    Path file = folder.resolve("strange.jpg");
    Files.write(file, jpeg);
    String told = told(file);
    assertTrue(told.contains(words), told);
    assertTrue(!told.contains("damaged"), told);
  }

  /** The decoder of arithmetic coding takes larger steps for 255. */
  @Test
  void coarseStepsWithArithmeticCodingAreNoDamage() throws IOException {
    byte[] jpeg = Files.readAllBytes(ForeignPicturesTest.folder().resolve("coarse.jpg"));
    jpeg[new String(jpeg, ISO_8859_1).indexOf("\u00ff\u00c1\0\u0011") + 1] = (byte) 0xc9;
    String told = told(Files.write(folder.resolve("arithmetic.jpg"), jpeg));
    assertTrue(told.contains("steps above 255"), told);
    assertTrue(!told.contains("damaged"), told);
  }

  /** Of components numbered 0 to 2; 1 to 3 are YCbCr without JFIF's word for it, too. */
  @Test
  void coarseStepsOfColorsThatNothingNamesAreNotGuessed() throws IOException {
    byte[] jpeg = Files.readAllBytes(ForeignPicturesTest.folder().resolve("coarse.jpg"));
    Path file = folder.resolve("unnamed.jpg");
    jpeg[6] = 'X';
    Image usual = ImageFiles.read(Files.write(file, jpeg));
    assertEquals(ImageFiles.read(ForeignPicturesTest.folder().resolve("coarse.jpg")), usual);
    int frame = new String(jpeg, ISO_8859_1).indexOf("\u00ff\u00c1\0\u0011");
    for (int component = 0; component < 3; component++) {
      jpeg[frame + 10 + 3 * component] = (byte) component;
    }
    String told = told(Files.write(file, jpeg));
    assertTrue(told.contains("does not say plainly which colors it holds"), told);
  }

  /** Decoders fill the rest with grey: of a file that was cut and closed, or ends in zeros. */
  @ParameterizedTest
  @ValueSource(doubles = {0.3, 0.6, 0.9})
  void pixelsThatEndTooEarlyAreTold(double part) throws IOException {
    byte[] jpeg = jpeg();
    byte[] cut = Arrays.copyOf(jpeg, (int) (jpeg.length * part));
    while (cut[cut.length - 3] == (byte) 0xff) {
      cut = Arrays.copyOf(cut, cut.length - 1);
    }
    cut[cut.length - 2] = (byte) 0xff;
    cut[cut.length - 1] = (byte) 0xd9;
    Path file = folder.resolve("cut.jpg");
    Files.write(file, cut);
    String told = told(file);
    assertTrue(told.contains("pixels end before"), told);
  }

  /** Bytes behind the pixels or between segments are common and harmless. */
  @Test
  void bytesBehindTheEndAreNoDamage() throws IOException {
    byte[] jpeg = jpeg();
    Path file = folder.resolve("longer.jpg");
    Files.write(file, Arrays.copyOf(jpeg, jpeg.length + 1000));
    assertEquals(new ImageSize(80, 60), ImageSize.of(ImageFiles.read(file)));
  }

  private byte[] jpeg() throws IOException {
    Path file = folder.resolve("whole.jpg");
    ImageFiles.write(TestImages.random(80, 60, 3, 1), file);
    return Files.readAllBytes(file);
  }

  private static int frame(byte[] jpeg) {
    int at = 2;
    while (jpeg[at + 1] != (byte) 0xc0) {
      at += 2 + ((jpeg[at + 2] & 0xff) << 8) + (jpeg[at + 3] & 0xff);
    }
    return at;
  }

  /**
   * A program that meets many damaged files would have no handles left before the collector runs.
   */
  @Test
  @EnabledOnOs(OS.LINUX)
  void damagedFilesLeaveNoHandles() throws IOException {
    Path damaged = folder.resolve("damaged");
    try (Stream<Path> pictures = Files.list(ForeignPicturesTest.folder())) {
      for (Path picture : pictures.filter(file -> !file.endsWith("NOTE.md")).toList()) {
        byte[] bytes = Files.readAllBytes(picture);
        for (int part = 1; part < 4; part++) {
          Files.write(damaged, Arrays.copyOf(bytes, bytes.length * part / 4));
          long before = handles();
          for (int i = 0; i < 5; i++) {
            try {
              ImageFiles.read(damaged);
            } catch (ButcherblockException e) {
              // Most are.
            }
          }
          long left = handles() - before;
          assertTrue(left < 5, () -> picture + ": " + left + " handles of 5 readings");
        }
      }
    }
  }

  private static long handles() throws IOException {
    try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
      return open.count();
    }
  }

  private static String told(Path file) {
    return assertThrows(ButcherblockException.class, () -> ImageFiles.read(file)).getMessage();
  }
}
