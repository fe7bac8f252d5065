package io.butcherblock.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.browser.Browser;
import io.butcherblock.browser.PageCheck;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;

/** The pages of runs, evaluations and ablations, small but real, as a browser shows them. */
class ReportPagesTest {

  private static final Map<String, Path> PAGES = new LinkedHashMap<>();

  @TempDir private static Path folder;

  @BeforeAll
  static void writePages() {
    Browser.assumeInstalled();
    run("synthesize --images 6 --size 96 --out %1$s/photos");
    run("synthesize --images 9 --size 96 --seed 5 --out %1$s/test");
    run(
        "train oisr-rk3 --scale 2 --blocks 2 --channels 8 --patch 12 --batch 2 --steps 40"
            + " --data %1$s/photos --out %1$s/run");
    PAGES.put("train", folder.resolve("run/report.html"));
    run(
        "eval oisr-rk3 --weights %1$s/run/weights.safetensors --data %1$s/test"
            + " --report %1$s/eval.html --json %1$s/eval.json");
    PAGES.put("eval", folder.resolve("eval.html"));
    run(
        "ablate --schemes euler,leapfrog,kutta3 --scale 2 --blocks 3 --channels 8 --patch 12"
            + " --batch 2 --steps 8 --seeds 3 --data %1$s/photos --test %1$s/test"
            + " --out %1$s/ablation");
    PAGES.put("ablate", folder.resolve("ablation/report.html"));
  }

  /** Runs a command line in which {@code %1$s} is the folder. */
  private static CommandLineRun run(String line) {
    CommandLineRun run = CommandLineRun.of(line.formatted(folder).split(" "));
    assertEquals(0, run.code(), line + "\n" + run.err());
    return run;
  }

  /** No finding of the accessibility checker, nothing wider than the window, nothing refused. */
  @ParameterizedTest
  @CsvSource({"390, false", "1280, true"})
  void areAccessibleAtEverySize(int width, boolean dark) {
    ChromeDriver browser = Browser.open(width, 900, dark, folder);
    try {
      for (Map.Entry<String, Path> page : PAGES.entrySet()) {
        browser.get(page.getValue().toUri().toString());
        PageCheck.check(browser, page.getKey() + "-" + width + (dark ? "-dark" : "-light"));
      }
    } finally {
      browser.quit();
    }
  }

  /** The place in the ranking and the scheme stay in sight where a phone scrolls the table. */
  @Test
  void rowsOfAnAblationAreNamedWhereverItIsScrolled() {
    ChromeDriver browser = Browser.open(390, 900, false, folder);
    try {
      browser.get(PAGES.get("ablate").toUri().toString());
      WebElement scheme = browser.findElement(By.cssSelector("tbody td:nth-child(2)"));
      int before = scheme.getRect().getX();
      browser.executeScript(
          "const box = document.querySelector('.scroll'); box.scrollLeft = box.scrollWidth;");
      WebElement last = browser.findElement(By.cssSelector("tbody td:last-child"));
      assertTrue(last.getRect().getX() + last.getRect().getWidth() <= 390, "it was scrolled");
      assertEquals(before, scheme.getRect().getX(), 1);
      WebElement place = browser.findElement(By.cssSelector("tbody th"));
      assertEquals(scheme.getRect().getX(), place.getRect().getX() + place.getRect().getWidth(), 1);
    } finally {
      browser.quit();
    }
  }

  @Test
  void theTableOfAnEvaluationSortsByGain() throws java.io.IOException {
    ChromeDriver browser = Browser.open(1280, 900, false, folder);
    try {
      browser.get(PAGES.get("eval").toUri().toString());
      browser.findElement(By.cssSelector("thead th:nth-child(6) button")).click();
      List<Double> gains =
          browser.findElements(By.cssSelector("tbody td:nth-child(6)")).stream()
              .map(WebElement::getText)
              .map(Double::parseDouble)
              .toList();
      assertEquals(9, gains.size());
      assertEquals(gains.stream().sorted().toList(), gains);
      // The first picture is the image of the least gain, and a page has six of nine.
      String least = browser.findElement(By.cssSelector("tbody th")).getText();
      List<WebElement> compared = browser.findElements(By.cssSelector(".compare h3"));
      assertEquals(6, compared.size());
      assertTrue(compared.get(0).getText().startsWith(least), compared.get(0).getText());
      String json = Files.readString(folder.resolve("eval.json"));
      String mean = browser.findElement(By.cssSelector("tfoot td:nth-child(2)")).getText();
      assertTrue(json.contains("\"psnr\" : " + mean.substring(0, 5)), mean);
    } finally {
      browser.quit();
    }
  }
}
