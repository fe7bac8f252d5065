package io.butcherblock.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.browser.Browser;
import io.butcherblock.browser.PageCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.chrome.ChromeDriver;

/** What {@code quickstart} prints, and the page that it leaves. */
class QuickstartCommandTest {

  private static final String PROTOCOL =
      "benchmark protocol: Y, 2 px shaved (the scale); grey images stacked to RGB";
  private static final String CAUTION = "2 steps are too few to compare networks";

  @TempDir private static Path out;
  private static CommandLineRun run;

  /** The second takes the place of the first. */
  @BeforeAll
  static void runTwice() throws IOException {
    assertEquals(
        0, CommandLineRun.of("quickstart", "--out", out.toString(), "--steps", "1").code());
    Path winding = Files.createDirectory(out.resolve("x")).resolve("..");
    run = CommandLineRun.of("quickstart", "--out", winding.toString(), "--steps", "2");
    assertEquals(0, run.code(), run.err());
  }

  @Test
  void theTableIsPrinted() {
    assertTrue(run.out().endsWith("Report: " + out.resolve("report.html") + "\n"), run.out());
    assertTrue(run.out().contains("as the network is; 0: not consistent.\n"), run.out());
    assertTrue(run.out().contains("PSNR and SSIM: " + PROTOCOL), run.out());
    assertTrue(run.out().contains("; each network was trained for 2 steps.\n"), run.out());
    assertTrue(run.out().contains(CAUTION), run.out());
    // A terminal of usual width does not divide it.
    assertTrue(
        run.out()
            .lines()
            .dropWhile(line -> !line.startsWith("scheme"))
            .takeWhile(line -> !line.isEmpty())
            .allMatch(line -> line.length() <= 80),
        run.out());
  }

  @Test
  void thePageHasTableCurvesAndPictures() throws IOException {
    String page = Files.readString(out.resolve("report.html"));
    for (String part :
        new String[] {
          "0: not consistent.",
          "Euler",
          "Leapfrog",
          "Heun",
          "RK3",
          "bicubic",
          "original",
          PROTOCOL,
          CAUTION,
          "data:image/png;base64,"
        }) {
      assertTrue(page.contains(part), part);
    }
    assertFalse(page.contains("http://") || page.contains("https://"), "the page fetches nothing");
    for (String scheme : new String[] {"euler", "leapfrog", "heun", "kutta3"}) {
      assertTrue(Files.exists(out.resolve(scheme).resolve("weights.safetensors")), scheme);
    }
  }

  /** No finding of the accessibility checker, nothing wider than the window, nothing refused. */
  @ParameterizedTest
  @CsvSource({"390, false", "1280, true"})
  void thePageIsAccessibleAtEverySize(int width, boolean dark, @TempDir Path profile) {
    Browser.assumeInstalled();
    ChromeDriver browser = Browser.open(width, 900, dark, profile);
    try {
      browser.get(out.resolve("report.html").toUri().toString());
      PageCheck.check(browser, "quickstart-" + width + (dark ? "-dark" : "-light"));
    } finally {
      browser.quit();
    }
  }
}
