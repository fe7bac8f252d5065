package io.butcherblock.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.butcherblock.error.ButcherblockException;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {

  @TempDir private Path folder;

  @Test
  void aFileIsWrittenInFoldersThatItMakesAndReplacesAnother() throws IOException {
    Path file = folder.resolve("a/b/c.txt");
    WholeFile.writeText(file, "first");
    WholeFile.writeText(file, "second");
    assertEquals("second", Files.readString(file));
    assertOnly(file);
  }

  @Test
  void aFailureOnTheWayLeavesWhatWasThere() throws IOException {
    Path file = folder.resolve("c.txt");
    WholeFile.writeText(file, "first");
    ButcherblockException error =
        assertThrows(
            ButcherblockException.class,
            () ->
                WholeFile.write(
                    file,
                    out -> {
                      out.write(new byte[100_000]);
                      throw new IOException("No space left on device");
                    }));
    assertEquals("Cannot write " + file + ": No space left on device.", error.getMessage());
    assertEquals("first", Files.readString(file));
    assertOnly(file);
  }

  @Test
  void anInterruptedThreadIsToldSo() throws IOException {
    Path file = folder.resolve("c.txt");
    WholeFile.writeText(file, "first");
    Thread.currentThread().interrupt();
    ButcherblockException error;
    try {
      error = assertThrows(ButcherblockException.class, () -> WholeFile.writeText(file, "second"));
    } finally {
      assertTrue(Thread.interrupted());
    }
    assertEquals("Cannot write " + file + ": the thread was interrupted.", error.getMessage());
    assertEquals("first", Files.readString(file));
    assertOnly(file);
  }

  @Test
  void whoMayReadItIsAsForAnyNewFile() throws IOException {
    assumeTrue(
        FileSystems.getDefault().supportedFileAttributeViews().contains("posix"),
        "This file system has no permissions.");
    Path other = Files.createFile(folder.resolve("other"));
    Path file = folder.resolve("file");
    WholeFile.writeText(file, "text");
    assertEquals(Files.getPosixFilePermissions(other), Files.getPosixFilePermissions(file));
  }

  @Test
  void aFolderIsNotWrittenOver() {
    assertThrows(ButcherblockException.class, () -> WholeFile.writeText(folder, "text"));
    assertTrue(Files.isDirectory(folder));
  }

  @Test
  void aFolderInTheWayIsTold() throws IOException {
    Files.createFile(folder.resolve("inside"));
    IOException failure = assertThrows(IOException.class, () -> Files.delete(folder));
    assertEquals(
        "Cannot remove x: " + folder + " is a folder, and not empty.",
        FileFailure.cannot("remove", "x", failure).getMessage());
  }

  private static void assertOnly(Path file) throws IOException {
    try (Stream<Path> files = Files.list(file.getParent())) {
      assertEquals(1, files.count());
    }
  }
}
