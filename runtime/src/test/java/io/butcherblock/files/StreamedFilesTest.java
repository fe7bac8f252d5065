package io.butcherblock.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.butcherblock.error.ButcherblockException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class StreamedFilesTest {

  /** A service opens them for each upload. */
  @Test
  void nothingIsLeftOfThoseThatAreClosed() throws IOException {
    int before = StreamedFiles.open();
    Path file;
    try (StreamedFiles files = new StreamedFiles("a test")) {
      file = files.file("upload");
      receive(file, 3);
      assertEquals(3, Files.size(file));
      assertEquals("upload is no image", files.withoutFolder(file + " is no image"));
      assertEquals(before + 1, StreamedFiles.open());
    }
    assertFalse(Files.exists(file.getParent()));
    assertEquals(before, StreamedFiles.open());
  }

  @Test
  void aStreamThatIsTooLongIsReadNoFurther() throws IOException {
    try (StreamedFiles files = new StreamedFiles("a test")) {
      Path file = files.file("upload");
      assertEquals(
          "Too long.",
          assertThrows(ButcherblockException.class, () -> receive(file, 2)).getMessage());
      assertTrue(Files.size(file) <= 2);
    }
  }

  /** The stream is in order, which a message that it cannot be read would deny. */
  @Test
  void aFullDiskIsNoFailureOfTheStream() {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.exists(full), "This system has no file that is always full.");
    String message = assertThrows(ButcherblockException.class, () -> receive(full, 3)).getMessage();
    assertTrue(message.startsWith("Cannot write a test to "), message);
    assertTrue(message.contains("No space left on device"), message);
  }

  @Test
  void aFolderThatWasDeletedIsToldOf() {
    try (StreamedFiles files = new StreamedFiles("a test")) {
      Path file = files.file("upload");
      files.close();
      String message =
          assertThrows(ButcherblockException.class, () -> receive(file, 3)).getMessage();
      assertTrue(message.contains("no such file"), message);
    }
  }

  private static void receive(Path file, long most) throws IOException {
    InputStream in = new ByteArrayInputStream(new byte[3]);
    StreamedFiles.receive(in, file, "a test", most, () -> new ButcherblockException("Too long."));
  }
}
