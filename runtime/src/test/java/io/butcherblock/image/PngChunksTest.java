package io.butcherblock.image;

import static io.butcherblock.image.PngFiles.chunk;
import static io.butcherblock.image.PngFiles.deflated;
import static io.butcherblock.image.PngFiles.joined;
import static io.butcherblock.image.PngFiles.latin;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.error.ButcherblockException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a PNG says beside its pixels never keeps them from being read; what they need must be sound.
 */
class PngChunksTest {

  @TempDir Path folder;

  private static final byte[] NONE = {};

  static Stream<Arguments> damaged() {
    byte[] text = chunk("tEXt", latin("Title\0x"));
    byte[] wrongSum = text.clone();
    wrongSum[wrongSum.length - 1] ^= 1;
    return Stream.of(
        Arguments.of("text without a keyword's end", chunk("tEXt", latin("no end"))),
        Arguments.of("empty text", chunk("tEXt")),
        Arguments.of("text with a long keyword", chunk("tEXt", latin("k".repeat(100) + "\0v"))),
        Arguments.of("text without a keyword", chunk("tEXt", latin("\0value"))),
        Arguments.of("text with a wrong sum", wrongSum),
        Arguments.of("compressed text, damaged", chunk("zTXt", latin("Title\0\0junk"))),
        Arguments.of("compressed text, unknown method", chunk("zTXt", latin("Title\0\7junk"))),
        Arguments.of("compressed text, cut", chunk("zTXt", latin("Titl"))),
        Arguments.of("compressed text, empty", chunk("zTXt")),
        Arguments.of("Unicode text, damaged", chunk("iTXt", latin("T\0\1\0en\0T\0junk"))),
        Arguments.of("Unicode text, cut", chunk("iTXt", latin("Title\0"))),
        Arguments.of("Unicode text, empty", chunk("iTXt")),
        Arguments.of("Unicode text, no Unicode", chunk("iTXt", latin("T\0\0\0en\0T\0\377\376"))),
        Arguments.of("time, cut", chunk("tIME", new byte[] {7, -32})),
        Arguments.of("time, impossible", chunk("tIME", new byte[] {7, -32, 13, 32, 25, 61, 61})),
        Arguments.of("time, long", chunk("tIME", new byte[9])),
        Arguments.of("significant bits, too many", chunk("sBIT", new byte[] {32, 32, 32})),
        Arguments.of("significant bits, cut", chunk("sBIT", new byte[] {8})),
        Arguments.of("gamma 0", chunk("gAMA", new byte[4])),
        Arguments.of("gamma, cut", chunk("gAMA", new byte[2])),
        Arguments.of("primaries, cut", chunk("cHRM", new byte[7])),
        Arguments.of("sRGB, unknown intent", chunk("sRGB", new byte[] {9})),
        Arguments.of("sRGB, empty", chunk("sRGB")),
        Arguments.of("profile, damaged", chunk("iCCP", latin("name\0\0junk"))),
        Arguments.of("profile, none", chunk("iCCP", latin("n\0\0"), deflated(new byte[200]))),
        Arguments.of("profile, cut", chunk("iCCP", latin("x"))),
        Arguments.of("print size, cut", chunk("pHYs", new byte[3])),
        Arguments.of(
            "print size, unknown unit", chunk("pHYs", new byte[] {0, 0, 0, 1, 0, 0, 0, 1, 9})),
        Arguments.of("background, cut", chunk("bKGD", new byte[1])),
        Arguments.of("background, long", chunk("bKGD", new byte[20])),
        Arguments.of("histogram without a palette", chunk("hIST", new byte[3])),
        Arguments.of("palette suggested, cut", chunk("sPLT", latin("n\0\10abc"))),
        Arguments.of("palette suggested, unknown depth", chunk("sPLT", latin("n\0\7abcdef"))),
        Arguments.of("transparent color, cut", chunk("tRNS", new byte[2])),
        Arguments.of("transparent color, long", chunk("tRNS", new byte[9])),
        Arguments.of("EXIF, none", chunk("eXIf", latin("XXXX"))),
        Arguments.of("EXIF, cut", chunk("eXIf", latin("II*\0\377\377\377\377"))),
        Arguments.of("gamma twice", joined(chunk("gAMA", new byte[4]), chunk("gAMA", new byte[4]))),
        Arguments.of("palette suggested as one", chunk("PLTE", new byte[6])),
        Arguments.of("unknown", chunk("abCd", latin("12345"))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("damaged")
  void pixelsAreReadWhateverElseIsDamaged(String kind, byte[] chunk) throws IOException {
    Image image = TestImages.random(9, 7, 3, 1);
    for (boolean before : new boolean[] {true, false}) {
      Path file = folder.resolve("image.png");
      byte[] samples = image.samples();
      Files.write(file, PngFiles.rgb(9, 7, samples, before ? chunk : NONE, before ? NONE : chunk));
      assertEquals(image, ImageFiles.read(file), kind);
      assertEquals(new ImageSize(9, 7), ImageFiles.size(file), kind);
      // What is written with the metadata of such a file is sound.
      Path copy = folder.resolve("copy.png");
      ImageFiles.write(image, copy, java.util.Optional.empty(), ImageFiles.metadata(file));
      assertEquals(image, ImageFiles.read(copy), kind);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"itxt-badz", "sbit-bad", "text-longkey", "text-nonul", "time-short", "ztxt-bad"})
  void filesOfOthersWithSuchDamageAreRead(String name) {
    Image image = ImageFiles.read(ForeignPicturesTest.folder().resolve("case-" + name + ".png"));
    assertTrue(image.width() > 1);
  }

  /** 256 MB of zeros, which a reader of texts would unpack. */
  @Test
  void textsAreNotUnpacked() throws IOException {
    byte[] zeros = deflated(new byte[1 << 28]);
    Image image = TestImages.random(9, 7, 3, 1);
    byte[] bomb = chunk("zTXt", latin("Title\0\0"), zeros);
    Path file = folder.resolve("image.png");
    Files.write(file, PngFiles.rgb(9, 7, image.samples(), joined(bomb, bomb, bomb, bomb), NONE));
    long start = System.nanoTime();
    assertEquals(image, ImageFiles.read(file));
    assertTrue(System.nanoTime() - start < 1_000_000_000L, "it takes a second");
  }

  @Test
  void damageOfWhatThePixelsNeedIsTold() throws IOException {
    Path file = folder.resolve("image.png");
    byte[] sound = PngFiles.rgb(9, 7, TestImages.random(9, 7, 3, 1).samples(), NONE, NONE);
    for (int at = 8; at < sound.length; at++) {
      byte[] damaged = sound.clone();
      damaged[at] ^= 4;
      Files.write(file, damaged);
      String told =
          assertThrows(ButcherblockException.class, () -> ImageFiles.read(file)).getMessage();
      assertTrue(told.startsWith("Cannot read " + file + ": "), told);
      Files.write(file, Arrays.copyOf(sound, at));
      assertThrows(ButcherblockException.class, () -> ImageFiles.read(file), "cut at " + at);
    }
  }

  @Test
  void unknownChunksThatPixelsNeedAreTold() throws IOException {
    Path file = folder.resolve("image.png");
    byte[] samples = TestImages.random(9, 7, 3, 1).samples();
    Files.write(file, PngFiles.rgb(9, 7, samples, chunk("CgBI", new byte[4]), NONE));
    String told =
        assertThrows(ButcherblockException.class, () -> ImageFiles.read(file)).getMessage();
    assertTrue(told.contains("Apple"), told);
    Files.write(file, PngFiles.rgb(9, 7, samples, chunk("ABCD", new byte[4]), NONE));
    assertThrows(ButcherblockException.class, () -> ImageFiles.read(file));
  }
}
