package io.butcherblock.browser;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A browser without a window, where this machine has one. */
public final class Browser {

  /** Windows cannot be made narrower, screens can. */
  private static final int NARROWEST_WINDOW = 500;

  /**
   * Its warnings, that it has no tools for this version, are of no use; kept from the collector.
   */
  private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

  private Browser() {}

  /** Skips the test, or the class before its work, and says so, where there is none. */
  public static void assumeInstalled() {
    assumeTrue(
        chromium().isPresent() && driver().isPresent(),
        "The page is not tested: there is no Chromium with its driver on the PATH.");
  }

  /** Opens one; skips the test, and says so, where there is none. */
  public static ChromeDriver open(int width, int height, boolean dark, Path downloads) {
    assumeInstalled();
    SELENIUM.setLevel(Level.SEVERE);
    ChromeOptions options = new ChromeOptions();
    options.setBinary(chromium().orElseThrow().toFile());
    options.addArguments(
        List.of(
            "--headless=new",
            // The sandbox refuses root, as whom builds in containers run.
            "--no-sandbox",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--window-size=" + width + "," + height));
    if (dark) {
      options.addArguments("--blink-settings=preferredColorScheme=0");
    }
    options.setExperimentalOption(
        "prefs", Map.of("download.default_directory", downloads.toString()));
    if (width < NARROWEST_WINDOW) {
      options.setExperimentalOption(
          "mobileEmulation",
          Map.of("deviceMetrics", Map.of("width", width, "height", height, "pixelRatio", 1.0)));
    }
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(driver().orElseThrow().toFile())
            .usingAnyFreePort()
            .build();
    return new LoadedPages(service, options);
  }

  private static Optional<Path> chromium() {
    return program("chromium", "chromium-browser", "google-chrome");
  }

  private static Optional<Path> driver() {
    return program("chromedriver");
  }

  private static Optional<Path> program(String... names) {
    String path = System.getenv().getOrDefault("PATH", "");
    return Stream.of(names)
        .flatMap(
            name ->
                Stream.of(path.split(java.io.File.pathSeparator, -1))
                    .map(dir -> Path.of(dir, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /**
   * The driver sometimes returns before the style sheet is there, most often on a busy machine:
   * what is measured then is a page that nobody sees.
   */
  private static final class LoadedPages extends ChromeDriver {

    private static final Duration LONGEST = Duration.ofSeconds(60);

    LoadedPages(ChromeDriverService service, ChromeOptions options) {
      super(service, options);
    }

    @Override
    public void get(String url) {
      super.get(url);
      new WebDriverWait(this, LONGEST)
          .until(b -> executeScript("return document.readyState").equals("complete"));
    }
  }
}
