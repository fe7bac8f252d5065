package io.butcherblock.benchmarks.soak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class SoakTest {

  @TempDir private Path folder;

  @Test
  void enlargesAndWritesWhatItHeld() throws Exception {
    int exit =
        new CommandLine(new Soak())
            .execute("upscaling", "--images=45", "--interval=100", "--out=" + folder);

    assertEquals(0, exit);
    List<String> lines = Files.readAllLines(folder.resolve("soak-upscaling.csv"));
    assertEquals(Sample.HEADER, lines.get(0));
    String[] last = lines.get(lines.size() - 1).split(",", -1);
    assertEquals("45", last[1]);
    // The memory of LibTorch alone is more; and there are its threads, ours and Java's.
    double resident = Double.parseDouble(last[2]);
    assertTrue(resident > 100 && resident < 20_000, last[2]);
    assertTrue(Integer.parseInt(last[4]) > 10, last[4]);
    assertTrue(Files.exists(folder.resolve("soak-upscaling.png")));
    try (var left = Files.list(folder)) {
      assertEquals(2, left.count());
    }
  }

  /** The build names one below its own, which a fresh clone does not have. */
  @Test
  void theFolderForTemporaryFilesIsMade() {
    Path temporary = folder.resolve("temporary");
    String before = System.setProperty("java.io.tmpdir", temporary.toString());
    try {
      int exit =
          new CommandLine(new Soak())
              .execute("upscaling", "--images=1", "--out=" + folder.resolve("out"));
      assertEquals(0, exit);
    } finally {
      System.setProperty("java.io.tmpdir", before);
    }
    assertTrue(Files.isDirectory(temporary));
  }
}
