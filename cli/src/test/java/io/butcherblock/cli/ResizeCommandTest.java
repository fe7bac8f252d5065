package io.butcherblock.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.data.BicubicResize;
import io.butcherblock.data.Image;
import io.butcherblock.data.ImageFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResizeCommandTest {

  @TempDir private Path folder;

  @Test
  void aFileIsResizedAndTold() {
    Path in = folder.resolve("in.png");
    Path out = folder.resolve("made/out.png");
    Image image = noise(21, 14);
    ImageFiles.write(image, in);
    Run run = Run.of("resize", in.toString(), "--scale", "1/2", "--out", out.toString());
    assertEquals(
        new Run(0, in + " (21 x 14 RGB) -> " + out + " (11 x 7 RGB)" + System.lineSeparator(), ""),
        run);
    assertEquals(BicubicResize.downscale(image, 2), ImageFiles.read(out));
  }

  @Test
  void aFolderIsResizedToAFolder() {
    ImageFiles.write(noise(8, 8), folder.resolve("in/b.bmp"));
    ImageFiles.write(noise(8, 8), folder.resolve("in/a.png"));
    Path out = folder.resolve("out");
    Run run =
        Run.of("resize", folder.resolve("in").toString(), "--scale", "3", "-o", out.toString());
    assertEquals(0, run.code(), run.err());
    assertEquals(24, ImageFiles.read(out.resolve("b.png")).width());
    assertEquals(24, ImageFiles.read(out.resolve("a.png")).width());
  }

  @Test
  void anEmptyFolderAndAMissingFileAreToldInOneSentence() throws IOException {
    Files.createDirectory(folder.resolve("empty"));
    for (String name : new String[] {"empty", "missing.png"}) {
      Path out = folder.resolve("never");
      Run run =
          Run.of("resize", folder.resolve(name).toString(), "--scale", "2", "-o", out.toString());
      assertEquals(1, run.code());
      assertTrue(run.err().contains(name), run.err());
      assertEquals(1, run.err().lines().count());
      assertFalse(Files.exists(out));
    }
  }

  static Image noise(int width, int height) {
    byte[] samples = new byte[width * height * 3];
    new Random(width * 31L + height).nextBytes(samples);
    return Image.of(width, height, 3, samples);
  }
}
