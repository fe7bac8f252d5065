package io.butcherblock.files;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.error.ButcherblockException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

class BoundedReadingTest {

  private static final int MOST = 10;

  @TempDir private Path folder;

  @Test
  void aFileUpToTheBoundIsRead() throws IOException {
    byte[] bytes = new byte[MOST];
    bytes[3] = 7;
    assertArrayEquals(bytes, RegularFile.bytes(Files.write(folder.resolve("a"), bytes), MOST));
  }

  @Test
  void aLargerOneIsRefused() throws IOException {
    Path file = Files.write(folder.resolve("a"), new byte[MOST + 1]);
    String message =
        assertThrows(FileSystemException.class, () -> RegularFile.bytes(file, MOST)).getMessage();
    assertTrue(message.contains("it has more than 10 bytes"), message);
  }

  /** A hole of 8 GB takes no room on the disk, and would take it in memory. */
  @Test
  void jsonAndLogsOfManyGigabytesAreRefusedAndNotCutOff() throws IOException {
    Path file = folder.resolve("a");
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(8L << 30);
    }
    assertRefused("it has more than ", () -> Json.read(file));
    assertRefused("it has more than ", () -> RunLog.read(file));
    assertRefused("it has more than ", () -> RunLog.open(file));
    assertEquals(8L << 30, Files.size(file));
  }

  @Test
  void whatIsNoFileIsRefusedBeforeItIsOpened() {
    assertRefused("it is a folder", () -> Json.read(folder));
    Path endless = Path.of("/dev/zero");
    Assumptions.assumeTrue(Files.exists(endless));
    assertRefused("it is a pipe or a device", () -> Json.read(endless));
    assertRefused("it is a pipe or a device", () -> RunLog.read(endless));
    assertRefused("it is a pipe or a device", () -> RunLog.open(endless));
  }

  @Test
  void aMissingFileIsTheCallersToTell() {
    assertThrows(NoSuchFileException.class, () -> RegularFile.bytes(folder.resolve("b"), MOST));
  }

  private static void assertRefused(String why, Executable reading) {
    String message = assertThrows(ButcherblockException.class, reading).getMessage();
    assertTrue(message.contains(why), message);
  }
}
