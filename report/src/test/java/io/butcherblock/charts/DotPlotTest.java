package io.butcherblock.charts;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.pictures.PixelsForTests;
import java.awt.image.Raster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DotPlotTest {

  private static final int DOTS = 0x0072B2;
  private static final int SPREAD = 0xD55E00;

  /** The second row's values are in the middle between the first row's. */
  @Test
  void dotsStandAtTheirValues() {
    DotPlot plot =
        new DotPlot("title", "PSNR (dB)")
            .row("a", new double[] {30, 32}, 31, Double.NaN)
            .row("b", new double[] {31, Double.POSITIVE_INFINITY}, 31, Double.NaN);
    Raster pixels = PixelsForTests.of(plot.picture());
    List<Integer> first = middles(pixels, 92 + 31, DOTS);
    List<Integer> second = middles(pixels, 92 + 62 + 31, DOTS);
    assertEquals(2, first.size());
    assertEquals(1, second.size());
    assertEquals((first.get(0) + first.get(1)) / 2.0, second.get(0), 1.5);
  }

  @Test
  void aRowOfWordsHasNoDotsAndLeavesTheAxisAlone() {
    DotPlot plot = new DotPlot("title", "PSNR (dB)").row("a", new double[] {30, 32}, 31, 0);
    List<Integer> alone = middles(PixelsForTests.of(plot.picture()), 92 + 31, DOTS);
    Raster pixels = PixelsForTests.of(plot.note("a", "diverged").picture());
    assertEquals(alone, middles(pixels, 92 + 31, DOTS));
    assertEquals(List.of(), middles(pixels, 92 + 62 + 31, DOTS));
  }

  /** The dots have the whole width, and no letters among them. */
  @Test
  void longNamesStandAboveTheirDots() {
    String name = "my-very-long-named-strong-stability-preserving-third-order-scheme frozen";
    Raster pixels =
        PixelsForTests.of(
            new DotPlot("title", "PSNR (dB)").row(name, new double[] {30, 32}, 31, 0).picture());
    List<Integer> dots = middles(pixels, 92 + 40 + 31, DOTS);
    assertEquals(2, dots.size());
    assertTrue(dots.get(0) < 100, dots.toString());
    int ink = 0;
    for (int x = 0; x < pixels.getWidth(); x++) {
      ink += color(pixels, x, 92 + 40 + 31) == 0x222222 ? 1 : 0;
    }
    assertEquals(0, ink, "letters among the dots");
  }

  @Test
  void theBarReachesTheSpread() {
    Raster pixels =
        PixelsForTests.of(
            new DotPlot("t", "x")
                .row("a", new double[0], 5, 2)
                .row("b", new double[] {3, 7}, 5, 0)
                .picture());
    int y = 92 + 31;
    int left = 0;
    while (color(pixels, left, y) != SPREAD) {
      left++;
    }
    int right = pixels.getWidth() - 1;
    while (color(pixels, right, y) != SPREAD) {
      right--;
    }
    List<Integer> ends = middles(pixels, y + 62, DOTS);
    assertArrayEquals(new double[] {ends.get(0), ends.get(1)}, new double[] {left, right}, 1.5);
  }

  @Test
  void aPlotWithoutRowsIsWritten(@TempDir Path folder) throws IOException {
    new DotPlot("t", "x").write(folder.resolve("dots.png"));
    assertTrue(Files.size(folder.resolve("dots.png")) > 0);
  }

  /** The middles of the runs of a color along a row of pixels. */
  private static List<Integer> middles(Raster pixels, int y, int color) {
    List<Integer> middles = new ArrayList<>();
    int x = 0;
    while (x < pixels.getWidth()) {
      int begin = x;
      while (x < pixels.getWidth() && color(pixels, x, y) == color) {
        x++;
      }
      if (x > begin) {
        middles.add((begin + x - 1) / 2);
      }
      x++;
    }
    return middles;
  }

  private static int color(Raster pixels, int x, int y) {
    int[] p = pixels.getPixel(x, y, (int[]) null);
    return p[0] << 16 | p[1] << 8 | p[2];
  }
}
