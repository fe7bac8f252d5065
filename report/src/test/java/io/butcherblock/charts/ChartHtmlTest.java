package io.butcherblock.charts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Charts as they stand in pages, also where there is no browser to show them. */
class ChartHtmlTest {

  private static void assertHas(String html, String... texts) {
    for (String text : texts) {
      assertTrue(html.contains(text), text);
    }
  }

  /** The upright axis reaches from 18 to 30. */
  @Test
  void curvesStandAtTheirValues() {
    String html =
        new CurveHtml(
                new CurvePlot("Validation", "training time (s)", "PSNR (dB)")
                    .curve("a", new double[] {0, 1, 4}, new double[] {21, 24, 27})
                    .curve("b", new double[] {0, 4}, new double[] {19, 28.125})
                    .level("bicubic", 24),
                "A caption.")
            .html();
    assertHas(
        html,
        "points=\"0.000,75.000 25.000,50.000 100.000,25.000\"",
        "points=\"0.000,91.667 100.000,15.625\"",
        "<circle class=\"f0\" r=\"2.5\" cx=\"25.000%\" cy=\"50.000%\"/>",
        "<circle class=\"f1\" r=\"2.5\" cx=\"0.000%\" cy=\"91.667%\"/>",
        "<line class=\"level\" x1=\"0\" x2=\"100%\" y1=\"50.000%\" y2=\"50.000%\"/>",
        "data-x=\"0 1 4\" data-y=\"21 24 27\"",
        "a <span class=\"value\">27.000 dB</span>",
        "b <span class=\"value\">28.125 dB</span>",
        "bicubic <span class=\"value\">24.000 dB</span>",
        "a: from 21.000 dB to 27.000 dB in 4 s; b: from 19.000 dB to 28.125 dB in 4 s.",
        "<figcaption>A caption.</figcaption>");
    // b has no value at 1 s.
    assertHas(html, "1.0</th><td class=\"number\">24.000</td><td class=\"number\"></td>");
  }

  /** As many as colors and dashes have pairs. */
  @Test
  void noTwoCurvesOfManyLookTheSame() {
    CurvePlot plot = new CurvePlot("Validation", "steps", "PSNR (dB)");
    for (int i = 0; i < 28; i++) {
      plot.curve("scheme " + i, new double[] {1, 2}, new double[] {20, 20 + i});
    }
    List<String> lines =
        Pattern.compile("<polyline class=\"(line s[0-6] d[0-3])\"")
            .matcher(new CurveHtml(plot, "").html())
            .results()
            .map(match -> match.group(1))
            .toList();
    assertEquals(28, lines.size());
    assertEquals(28, lines.stream().distinct().count(), lines.toString());
  }

  @Test
  void stepsAreNotSeconds() {
    String html =
        new CurveHtml(
                new CurvePlot("Loss", "steps", "L1 loss (0..255)")
                    .curve("loss", new double[] {10, 200}, new double[] {9, 8}),
                "")
            .html();
    assertHas(html, "loss: from 9.0000 to 8.0000 between step 10 and 200. The values");
    assertFalse(html.contains("figcaption"));
  }

  /** Of a schedule, say, that ends near 0. */
  @Test
  void aSmallValueBesideALargeOneIsNotZero() {
    String html =
        new CurveHtml(
                new CurvePlot("Learning rate", "steps", "learning rate")
                    .curve("rate", new double[] {0, 1, 2, 3}, new double[] {1e-4, 2e-8, 2e-10, 0}),
                "")
            .html();
    assertHas(
        html,
        "<td class=\"number\">0.00010000</td>",
        "<td class=\"number\">0.00000002</td>",
        "<td class=\"number\">2.00e-10</td>",
        "<td class=\"number\">0.00000000</td>");
  }

  @Test
  void aPlotWithoutAPointHasNoTable() {
    String html = new CurveHtml(new CurvePlot("Empty", "steps", "y"), "").html();
    assertFalse(html.contains("<details>"));
    assertHas(html, "<p class=\"chart-title\">Empty</p>");
  }

  @Test
  void longCurvesAreThinnedToTheirEnds() {
    double[] steps = new double[10_000];
    Arrays.setAll(steps, i -> i);
    Curve thin = Curve.of("long", steps, steps, steps).thinned(5);
    assertEquals(List.of(0.0, 2500.0, 5000.0, 7499.0, 9999.0), thin.x());
    assertEquals(thin.x(), thin.y());
    assertEquals(thin.x(), thin.steps());
  }

  /** The axis reaches from 31.2 to 31.4, between 4 and 96 percent of the width. */
  @Test
  void dotsStandAtTheirValues() {
    String html =
        new DotHtml(
                new DotPlot("PSNR", "PSNR (dB)")
                    .row("a", new double[] {31.22, 31.38}, 31.3, 0.05)
                    .note("b", "diverged"),
                "")
            .html();
    assertHas(
        html,
        "cx=\"13.200%\" cy=\"29\"",
        "cx=\"86.800%\" cy=\"29\"",
        "<line class=\"mean\" x1=\"50.000%\" x2=\"50.000%\" y1=\"20\" y2=\"38\"/>",
        "<line class=\"spread\" x1=\"27.000%\" x2=\"73.000%\" y1=\"29\" y2=\"29\"/>",
        "y=\"15\">a</text>",
        "y=\"61\">b: diverged</text>",
        "PSNR. a: mean 31.300; b: diverged.");
    assertEquals(2, html.split("<circle", -1).length - 1);
  }
}
