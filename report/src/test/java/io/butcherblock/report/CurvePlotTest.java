package io.butcherblock.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.Raster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CurvePlotTest {

  @Test
  void curvesAreDrawnInTheirColors() {
    Picture picture =
        new CurvePlot("Validation", "time (s)", "PSNR (dB)")
            .curve("euler", new double[] {0, 1, 2}, new double[] {30, 31, 32})
            .curve("heun", new double[] {0, 1, 2}, new double[] {30, Double.NaN, 33})
            .level("bicubic", 29)
            .picture();
    assertEquals(1600, picture.width());
    assertTrue(count(picture, 0x0072B2) > 500);
    assertTrue(count(picture, 0xD55E00) > 500);
    assertTrue(count(picture, 0x404040) > 500);
  }

  @Test
  void plotsWithoutAPointAndWithOneAreDrawn() {
    Picture empty = new CurvePlot("t", "x", "y").picture();
    assertEquals(0, count(empty, 0x0072B2));
    Picture nothingFinite =
        new CurvePlot("t", "x", "y").curve("a", new double[1], new double[] {1 / 0.0}).picture();
    assertEquals(0, count(nothingFinite, 0x0072B2));
    Picture one = new CurvePlot("t", "x", "y").curve("a", new double[1], new double[1]).picture();
    assertTrue(count(one, 0x0072B2) > 20);
    Picture level = new CurvePlot("t", "x", "y").level("bicubic", 3).picture();
    assertTrue(count(level, 0x404040) > 20);
  }

  @Test
  void aPngFileIsWritten(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("plot.png");
    new CurvePlot("t", "x", "y").curve("a", new double[2], new double[2]).write(file);
    assertEquals((byte) 0x89, Files.readAllBytes(file)[0]);
  }

  @Test
  void curvesThatDoNotFitAreRefused() {
    CurvePlot plot = new CurvePlot("t", "x", "y").curve("a", new double[2], new double[2]);
    assertThrows(
        IllegalArgumentException.class, () -> plot.curve("a", new double[2], new double[2]));
    assertThrows(
        IllegalArgumentException.class, () -> plot.curve("b", new double[2], new double[3]));
  }

  @Test
  void theMovingAverageLooksBack() {
    assertArrayEquals(
        new double[] {4, 3, 3, 5}, CurvePlot.movingAverage(new double[] {4, 2, 3, 10}, 3), 1e-12);
  }

  private static int count(Picture picture, int rgb) {
    Raster pixels = picture.pixels();
    int count = 0;
    for (int y = 0; y < picture.height(); y++) {
      for (int x = 0; x < picture.width(); x++) {
        int[] p = pixels.getPixel(x, y, (int[]) null);
        if ((p[0] << 16 | p[1] << 8 | p[2]) == rgb) {
          count++;
        }
      }
    }
    return count;
  }
}
