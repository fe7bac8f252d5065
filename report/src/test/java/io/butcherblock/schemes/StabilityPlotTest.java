package io.butcherblock.schemes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.pictures.PixelsForTests;
import io.butcherblock.stability.Complex;
import java.awt.Color;
import java.awt.image.Raster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StabilityPlotTest {

  /** So far from a point that no axis and no thick line is met. */
  private static final int BESIDE = 5;

  private static final StabilityPlot EULER =
      new StabilityPlot("euler", List.of(List.of(-1.0, 1.0), List.of(-1.0)), 2, 0);

  private static final StabilityPlot RK4 =
      new StabilityPlot(
          "classic-rk4",
          List.of(
              List.of(-1.0, 1.0),
              List.of(-1.0),
              List.of(-1.0 / 2),
              List.of(-1.0 / 6),
              List.of(-1.0 / 24)),
          2.785293563,
          2.828427125);

  private static final StabilityPlot AB2 =
      new StabilityPlot(
          "adams-bashforth2",
          List.of(List.of(0.0, -1.0, 1.0), List.of(0.5, -1.5)),
          Double.NaN,
          Double.NaN);

  private static final StabilityPlot NYSTROEM3 =
      new StabilityPlot(
          "nystroem-multistep3",
          List.of(List.of(0.0, -1.0, 0.0, 1.0), List.of(-1.0 / 3, 2.0 / 3, -7.0 / 3)),
          Double.NaN,
          Double.NaN);

  private static final StabilityPlot LEAPFROG = leapfrog(Double.NaN);

  private static StabilityPlot leapfrog(double imaginaryInterval) {
    return new StabilityPlot(
        "leapfrog",
        List.of(List.of(-1.0, 0.0, 1.0), List.of(0.0, -2.0)),
        Double.NaN,
        imaginaryInterval);
  }

  @Test
  void eulersRegionEndsAtMinusTwo() {
    Pixels pixels = new Pixels(EULER);
    assertEquals(StabilityPlot.REGION, pixels.above(-1.9, 0));
    assertEquals(Color.WHITE, pixels.above(-2.1, 0));
    assertEquals(StabilityPlot.INTERVAL, pixels.at(-1.9, 0));
    assertNotEquals(StabilityPlot.INTERVAL, pixels.at(-2.1, 0));
    assertEquals(StabilityPlot.REGION, pixels.at(-1, 0.95));
    assertEquals(Color.WHITE, pixels.at(-1, 1.05));
    assertFalse(pixels.show(StabilityPlot.LOCUS));
  }

  @Test
  void thatOfOrderFourEndsAsItsIntervalsDo() {
    Pixels pixels = new Pixels(RK4);
    assertEquals(StabilityPlot.REGION, pixels.above(-2.7, 0));
    assertEquals(Color.WHITE, pixels.above(-2.9, 0));
    assertEquals(StabilityPlot.REGION, pixels.left(0, 2.7));
    assertEquals(Color.WHITE, pixels.left(0, 2.93));
    assertEquals(StabilityPlot.INTERVAL, pixels.at(0, 2.7));
    assertNotEquals(StabilityPlot.INTERVAL, pixels.at(0, 2.9));
    assertEquals(StabilityPlot.INTERVAL, pixels.at(0, -2.7));
  }

  @Test
  void theRootLocusIsDrawnWhereTheRegionEnds() {
    Pixels pixels = new Pixels(NYSTROEM3);
    assertTrue(pixels.show(StabilityPlot.LOCUS));
    assertEquals(StabilityPlot.INTERVAL, pixels.at(0, 0));
    assertEquals(Color.WHITE, pixels.left(0, 0.5));
  }

  @Test
  void anUnknownIntervalIsLeftOut() {
    Pixels pixels = new Pixels(AB2);
    assertEquals(StabilityPlot.REGION, pixels.above(-0.9, 0));
    assertEquals(Color.WHITE, pixels.above(-1.1, 0));
    assertFalse(pixels.show(StabilityPlot.INTERVAL));
    // All of it is the region's boundary.
    assertFalse(pixels.show(StabilityPlot.LOCUS));
  }

  @Test
  void aRegionWithoutAreaIsAThickLine() {
    for (StabilityPlot plot : List.of(LEAPFROG, leapfrog(1))) {
      Pixels pixels = new Pixels(plot);
      assertEquals(StabilityPlot.INTERVAL, pixels.at(0, 0.5));
      assertEquals(StabilityPlot.INTERVAL, pixels.at(0, -0.9));
      assertNotEquals(StabilityPlot.INTERVAL, pixels.at(0, 1.1));
      assertEquals(Color.WHITE, pixels.left(0, 0.5));
      assertFalse(pixels.show(StabilityPlot.REGION));
    }
  }

  @Test
  void regionsAreSymmetricAboutTheRealAxis() {
    for (StabilityPlot plot : List.of(EULER, RK4, AB2)) {
      Pixels pixels = new Pixels(plot);
      // 0 lies between two rows.
      int below = pixels.canvas.row(new Complex(0, 0));
      int inside = 0;
      int differ = 0;
      for (int away = 0; away < 320; away++) {
        for (int column = 110; column < 760; column++) {
          boolean lower = pixels.color(column, below + away).equals(StabilityPlot.REGION);
          boolean upper = pixels.color(column, below - 1 - away).equals(StabilityPlot.REGION);
          inside += lower ? 1 : 0;
          differ += lower == upper ? 0 : 1;
        }
      }
      assertTrue(inside > 30_000, "inside: " + inside);
      assertTrue(differ < 20, "differ: " + differ);
    }
  }

  @Test
  void theTextShowsTheRegionWithItsAxes() {
    assertEquals(
        """
                                                  |
          1.0i                                    |
                              ...........         |
                           .................      |
                        .......................   |
          0.5i         .........................  |
                      ........................... |
                     .............................|
                     .............................|
                -----#############################+----
                     .............................|
                     .............................|
                      ........................... |
         -0.5i         .........................  |
                        .......................   |
                           .................      |
         -1.0i                ...........         |
                                                  |
                                                  |
                  -2.0    -1.5   -1.0    -0.5    0.0
        """,
        EULER.toText(47));
  }

  @Test
  void theTextOfARegionWithoutAreaShowsTheLine() {
    assertEquals(
        """
                                   |
          1.0i                     #
                                   #
                                   #
                                   #
          0.5i                     #
                                   #
                                   #
                                   #
                -------------------+-------------------
                                   #
                                   #
                                   #
         -0.5i                     #
                                   #
                                   #
         -1.0i                     #
                                   |
                                   |
                  -1.0    -0.5    0.0     0.5    1.0
        """,
        LEAPFROG.toText(47));
  }

  /** R(z) = 1 + z / s, as of weights that are not of a step: a disc of the radius s about -s. */
  @ParameterizedTest
  @CsvSource({"0.001, 0.0010i, -0.0005i", "10000, 10000i, -5000i", "1000000, 1000000i, -500000i"})
  void numbersOfAnyLengthStandBesideTheText(double radius, String top, String below) {
    String text =
        new StabilityPlot("disc", List.of(List.of(-1.0, 1.0), List.of(-1 / radius)), 2 * radius, 0)
            .toText(60);
    List<String> numbers =
        text.lines()
            .map(line -> line.strip().split(" ", -1)[0])
            .filter(word -> word.endsWith("i"))
            .toList();
    assertEquals(top, numbers.get(0));
    assertTrue(numbers.contains(below), numbers.toString());
    assertTrue(text.lines().allMatch(line -> line.length() <= 60), text);
  }

  @Test
  void aPngFileIsWritten(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("made/plot.png");
    EULER.write(file);
    assertEquals((byte) 0x89, Files.readAllBytes(file)[0]);
  }

  /** The colors of a drawn plot. */
  private static final class Pixels {

    private final PlaneCanvas canvas;
    private final Raster raster;

    Pixels(StabilityPlot plot) {
      this.canvas = plot.canvas();
      this.raster = PixelsForTests.of(plot.picture());
    }

    Color at(double re, double im) {
      Complex z = new Complex(re, im);
      return color(canvas.column(z), canvas.row(z));
    }

    Color above(double re, double im) {
      Complex z = new Complex(re, im);
      return color(canvas.column(z), canvas.row(z) - BESIDE);
    }

    Color left(double re, double im) {
      Complex z = new Complex(re, im);
      return color(canvas.column(z) - BESIDE, canvas.row(z));
    }

    boolean show(Color color) {
      for (int row = 0; row < raster.getHeight(); row++) {
        for (int column = 0; column < raster.getWidth(); column++) {
          if (color(column, row).equals(color)) {
            return true;
          }
        }
      }
      return false;
    }

    Color color(int column, int row) {
      int[] p = raster.getPixel(column, row, (int[]) null);
      return new Color(p[0], p[1], p[2]);
    }
  }
}
