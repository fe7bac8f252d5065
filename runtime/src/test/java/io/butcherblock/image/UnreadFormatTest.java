package io.butcherblock.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.butcherblock.error.ButcherblockException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Photographs as telephones keep them; first bytes by ISO 23008-12, AV1-ISOBMFF, 18181, 15444. */
class UnreadFormatTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "0000001866747970686569630000000068656963, HEIC",
    "00000018667479706d6966310000000068656963, HEIC",
    "0000001c66747970617669660000000061766966, AVIF",
    "0000000c4a584c200d0a870a0000001466747970, JPEG XL",
    "ff0afa1f8091008000ff0afa1f80910080000000, JPEG XL",
    "0000000c6a5020200d0a870a0000001466747970, JPEG 2000"
  })
  void areTold(String bytes, String name) throws IOException {
    Path file = Files.write(folder.resolve("photo.jpg"), HexFormat.of().parseHex(bytes));
    ButcherblockException told =
        assertThrows(ButcherblockException.class, () -> ImageFiles.read(file));
    assertEquals(
        "Cannot read " + file + ": it is " + name + ", which is not read here; convert it to PNG.",
        told.getMessage());
  }

  /** A video of the same kind of file is no image. */
  @ParameterizedTest
  @CsvSource({"00000018667479706d7034320000000069736f6d", "ff0a", "000000186674797068"})
  void othersAreNot(String bytes) throws IOException {
    Path file = Files.write(folder.resolve("photo.jpg"), HexFormat.of().parseHex(bytes));
    ButcherblockException told =
        assertThrows(ButcherblockException.class, () -> ImageFiles.read(file));
    assertEquals(
        "Cannot read "
            + file
            + ": it is not an image of a known format (PNG, JPEG, BMP, TIFF, WebP, GIF).",
        told.getMessage());
  }
}
