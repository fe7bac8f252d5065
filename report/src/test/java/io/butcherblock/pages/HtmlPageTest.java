package io.butcherblock.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.charts.CurvePlot;
import io.butcherblock.charts.DotPlot;
import io.butcherblock.nn.EulerForTests;
import io.butcherblock.pictures.ColorScale;
import io.butcherblock.pictures.Comparison;
import io.butcherblock.pictures.Picture;
import io.butcherblock.schemes.SchemeCard;
import io.butcherblock.text.TextTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HtmlPageTest {

  @Test
  void thePageStandsAlone() {
    String html = example().html();
    // Everything that a browser would fetch: in attributes, in style and in script.
    assertFalse(
        Pattern.compile("(src|href)=\"(?!data:)|url\\((?!data:)|@import|https?:|fetch\\(")
            .matcher(html)
            .find());
    assertEquals(
        4, Pattern.compile("url\\(data:image/png;base64,").matcher(html).results().count());
    assertTrue(html.contains("image-rendering: pixelated"));
  }

  @Test
  void textIsEscaped() {
    String evil = "<script>alert('x')</script> & \"y\"";
    String html =
        new HtmlPage(evil)
            .heading(evil)
            .paragraph(evil)
            .preformatted(evil)
            .subtitle(evil)
            .figures(Map.of(evil, evil))
            .list(Map.of(evil, evil))
            .curves(
                new CurvePlot(evil, evil, evil)
                    .curve(evil, new double[] {1}, new double[] {2})
                    .level(evil, 3),
                evil)
            .dots(new DotPlot(evil, evil).row(evil, new double[] {1}, 1, 0).note(evil, evil), evil)
            .schemes(
                List.of(
                    new SchemeCard(
                        evil,
                        evil,
                        SchemeCards.plot(EulerForTests.facts(evil)),
                        EulerForTests.network(1, 1).program(),
                        evil)))
            .table(new TextTable(evil).row(evil), evil)
            .figure(noise(2, 2, 1), evil, evil)
            .comparison(
                new Comparison(evil)
                    .version(evil, evil, noise(3, 2, 3))
                    .maps(new ColorScale(evil, 0, 1), Map.of(evil, noise(3, 2, 3))))
            .html();
    assertFalse(html.contains("<script>alert"), html);
    assertTrue(
        html.contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &quot;y&quot;"));
  }

  @Test
  void percentSignsInTextAreLeftAlone() {
    assertTrue(new HtmlPage("100 %s").paragraph("5 %d").html().contains("5 %d"));
  }

  @Test
  void versionsOfAnotherSizeAndNoneAreRefused() {
    Comparison comparison = new Comparison("t").version("a", "", noise(4, 4, 3));
    assertThrows(IllegalArgumentException.class, () -> comparison.version("b", "", noise(4, 5, 3)));
    assertThrows(
        IllegalArgumentException.class, () -> new HtmlPage("t").comparison(new Comparison("t")));
  }

  @Test
  void thePageIsWritten(@TempDir Path folder) throws java.io.IOException {
    Path file = folder.resolve("out/index.html");
    example().write(file);
    assertEquals(example().html(), Files.readString(file));
  }

  private static HtmlPage example() {
    return new HtmlPage("A page")
        .heading("Results")
        .table(new TextTable("network", "PSNR (dB)").row("oisr", "36.8"), "Set5")
        .figure(noise(4, 4, 3), "noise", "Noise.")
        .comparison(two("first"))
        .comparison(two("second"));
  }

  private static Comparison two(String title) {
    return new Comparison(title)
        .version("bicubic", "30.1 dB", noise(80, 70, 3))
        .version("original", "", noise(80, 70, 3));
  }

  static Picture noise(int width, int height, int channels) {
    byte[] samples = new byte[width * height * channels];
    new Random(7).nextBytes(samples);
    return Picture.of(width, height, channels, samples);
  }
}
