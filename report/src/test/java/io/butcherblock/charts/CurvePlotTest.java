package io.butcherblock.charts;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.pictures.Picture;
import io.butcherblock.pictures.PixelsForTests;
import java.awt.image.Raster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

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

  /** The curve of a plot reaches over most of its width, whatever it is called. */
  @Test
  void longNamesStandBelow() {
    double[] at = {0, 1};
    Picture picture =
        new CurvePlot("t", "x", "y")
            .curve("a-run-of-a-name-of-which-the-end-tells-what-it-was-".repeat(2) + 1, at, at)
            .picture();
    assertTrue(picture.height() > 900);
    Raster pixels = PixelsForTests.of(picture);
    int right = 0;
    for (int x = 0; x < picture.width(); x++) {
      for (int y = 0; y < 800; y++) {
        int[] p = pixels.getPixel(x, y, (int[]) null);
        right = p[0] == 0 && p[1] == 0x72 && p[2] == 0xB2 ? x : right;
      }
    }
    assertTrue(right > 1400, "the curve ends at " + right);
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

  /** Of a frame of 700 x 340 at (70, 46), from 0 to 2 and from 20 to 40. */
  @Test
  void anSvgFileHasTheCurvesWhereTheyBelong(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("plot.SVG");
    new CurvePlot("Scheme <a> & \u001b", "time (s)", "PSNR (dB)")
        .curve("euler", new double[] {0, 1, 2}, new double[] {20, 30, 40})
        .curve("heun", new double[] {0, 1, 2}, new double[] {20, Double.NaN, 25})
        .level("bicubic", 35)
        .write(file);
    Document svg = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
    List<String> texts = texts(svg);
    assertTrue(texts.get(0).startsWith("Scheme <a> & "), texts.toString());
    assertTrue(
        texts.containsAll(List.of("euler", "heun", "bicubic", "time (s)", "PSNR (dB)")),
        texts.toString());
    NodeList lines = svg.getElementsByTagName("polyline");
    assertEquals(2, lines.getLength());
    CurveAxes axes =
        CurveAxes.around(
            List.of(Curve.of("", new double[] {0, 2}, new double[] {20, 40}, new double[0])),
            DoubleStream.of(35),
            false);
    double first = 46 + 3.4 * axes.down(20);
    String points = ((Element) lines.item(1)).getAttribute("points");
    assertEquals(
        String.format(Locale.ROOT, "70.00,%.2f 770.00,%.2f", first, 46 + 3.4 * axes.down(25)),
        points);
    assertTrue(first > 46 + 3.4 * axes.down(25), "up is up");
    assertEquals("#0072b2", ((Element) lines.item(0)).getAttribute("stroke"));
    assertEquals("9.0 4.0", ((Element) lines.item(1)).getAttribute("stroke-dasharray"));
  }

  private static List<String> texts(Document svg) {
    NodeList nodes = svg.getElementsByTagName("text");
    return IntStream.range(0, nodes.getLength())
        .mapToObj(i -> nodes.item(i).getTextContent())
        .toList();
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

  /** As the loss of a run that exploded, went back and went on. */
  @Test
  void aHugeValueCountsInItsWindowAlone() {
    assertArrayEquals(
        new double[] {1, 5e19, 5e19, 3, 5},
        CurvePlot.movingAverage(new double[] {1, 1e20, 2, 4, 6}, 2));
  }

  private static int count(Picture picture, int rgb) {
    Raster pixels = PixelsForTests.of(picture);
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
