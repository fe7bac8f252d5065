package io.butcherblock.files;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.butcherblock.error.ButcherblockException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegularFileTest {

  @TempDir Path folder;

  @Test
  void aLinkToAFileIsReadAsTheFile() throws IOException {
    Path file = Files.write(folder.resolve("file"), new byte[] {1, 2, 3});
    Path link = Files.createSymbolicLink(folder.resolve("link"), file);
    assertArrayEquals(new byte[] {1, 2, 3}, RegularFile.bytes(link, 3));
    IOException longer = assertThrows(IOException.class, () -> RegularFile.bytes(link, 2));
    assertTrue(longer.getMessage().contains("it has more than"), longer.getMessage());
  }

  @Test
  void aFolderIsNamedAsOne() {
    assertTrue(told(folder).contains("it is a folder"), told(folder));
  }

  @Test
  void aPipeIsNotWaitedFor() throws IOException, InterruptedException {
    Path pipe = folder.resolve("pipe");
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/mkfifo")), "This system makes no pipes.");
    assertEquals(0, new ProcessBuilder("/usr/bin/mkfifo", pipe.toString()).start().waitFor());
    for (Path each : List.of(pipe, Files.createSymbolicLink(folder.resolve("link"), pipe))) {
      String told = assertTimeoutPreemptively(Duration.ofSeconds(20), () -> told(each));
      assertTrue(told.contains("it is a pipe or a device"), told);
    }
  }

  /** By the digest, which was taken before anything else looked at a file. */
  private static String told(Path file) {
    return assertThrows(ButcherblockException.class, () -> ContentDigest.of(file)).getMessage();
  }
}
