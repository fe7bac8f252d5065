package io.butcherblock.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.error.ButcherblockException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContentDigestTest {

  @TempDir private Path folder;

  @Test
  void filesBytesAndTextsOfTheSameContentAreTheSame() throws IOException {
    byte[] bytes = new byte[200_000];
    bytes[199_999] = 7;
    Path file = folder.resolve("file");
    Files.write(file, bytes);
    assertEquals(new ContentDigest().add(bytes).hex(), ContentDigest.of(file));
    // SHA-256 of 00 00 00 00 00 00 00 03 61 62 63, by sha256sum.
    assertEquals(
        "c3494ca1a2cf8eeb8a11ded316fb55b83c3bbbedb6313cd50415251e5d09e12f",
        new ContentDigest().add("abc").hex());
  }

  @Test
  void whereOneEndsAndTheNextBeginsCounts() {
    assertNotEquals(
        new ContentDigest().add("ab").add("c").hex(), new ContentDigest().add("a").add("bc").hex());
  }

  @Test
  void aFileThatIsMissingIsNamed() {
    Path missing = folder.resolve("missing");
    ButcherblockException error =
        assertThrows(ButcherblockException.class, () -> ContentDigest.of(missing));
    assertTrue(error.getMessage().contains(missing + ": no such file"), error.getMessage());
  }
}
