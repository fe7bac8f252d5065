package io.butcherblock.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebpLibraryTest {

  @TempDir Path folder;

  @Test
  void aFolderIsTriedWithoutATrace() throws IOException {
    assertTrue(WebpLibrary.mayHoldPrograms(folder));
    try (var files = Files.list(folder)) {
      assertEquals(0, files.count());
    }
    assertFalse(WebpLibrary.mayHoldPrograms(folder.resolve("missing")));
    assertFalse(WebpLibrary.mayHoldPrograms(Files.createFile(folder.resolve("file"))));
  }

  /** A Java of its own, since the library is placed once: without a temporary folder. */
  @Test
  void webpIsReadWhereTheTemporaryFolderIsOfNoUse() throws IOException, InterruptedException {
    Path home = Files.createDirectory(folder.resolve("home"));
    Process java =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.io.tmpdir=" + folder.resolve("missing"),
                "-Duser.home=" + home,
                "-cp",
                System.getProperty("java.class.path"),
                Reading.class.getName(),
                ForeignPicturesTest.folder().resolve("lossy.webp").toString())
            // Later Javas warn there of the missing folder.
            .redirectError(folder.resolve("errors").toFile())
            .start();
    String said = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    assertEquals(0, java.waitFor(), Files.readString(folder.resolve("errors")));
    assertEquals("101 x 75 RGB", said);
  }

  /** What the other Java runs. */
  static final class Reading {
    private Reading() {}

    public static void main(String[] args) {
      System.out.println(ImageFiles.read(Path.of(args[0])));
    }
  }
}
