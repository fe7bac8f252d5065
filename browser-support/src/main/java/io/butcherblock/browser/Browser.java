package io.butcherblock.browser;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.WindowType;
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

  /** Those that tests have ended, by what cannot be changed while one runs. */
  private static final Map<Kind, LoadedPages> IDLE = new HashMap<>();

  private Browser() {}

  /** Skips the test, or the class before its work, and says so, where there is none. */
  public static void assumeInstalled() {
    assumeTrue(
        chromium().isPresent() && driver().isPresent(),
        "The page is not tested: there is no Chromium with its driver on the PATH.");
  }

  /**
   * Opens one; skips the test, and says so, where there is none. One that an earlier test of this
   * process has ended is taken again where it may, with a new window: to start one takes seconds.
   * What pages store, in cookies say, stays.
   */
  public static ChromeDriver open(int width, int height, boolean dark, Path downloads) {
    assumeInstalled();
    Kind kind = Kind.of(width, height, dark);
    LoadedPages idle = IDLE.remove(kind);
    LoadedPages browser = idle == null ? start(kind) : idle;
    if (kind.mobile().isEmpty()) {
      browser.manage().window().setSize(new Dimension(width, height));
    }
    browser.executeCdpCommand(
        "Browser.setDownloadBehavior",
        Map.of("behavior", "allow", "downloadPath", downloads.toString()));
    return browser;
  }

  private static LoadedPages start(Kind kind) {
    SELENIUM.setLevel(Level.SEVERE);
    ChromeOptions options = new ChromeOptions();
    options.setBinary(chromium().orElseThrow().toFile());
    options.addArguments(
        List.of(
            "--headless=new",
            // The sandbox refuses root, as whom builds in containers run.
            "--no-sandbox",
            "--disable-gpu",
            "--disable-dev-shm-usage"));
    if (kind.dark()) {
      options.addArguments("--blink-settings=preferredColorScheme=0");
    }
    kind.mobile()
        .ifPresent(
            screen ->
                options.setExperimentalOption(
                    "mobileEmulation",
                    Map.of(
                        "deviceMetrics",
                        Map.of(
                            "width", screen.width, "height", screen.height, "pixelRatio", 1.0))));
    Path scratch = newFolder();
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(driver().orElseThrow().toFile())
            .usingAnyFreePort()
            .withEnvironment(Map.of("TMPDIR", scratch.toString()))
            .build();
    LoadedPages browser = new LoadedPages(kind, service, options, scratch);
    // One that a test has broken, or not ended, as well.
    Runtime.getRuntime().addShutdownHook(new Thread(browser::end));
    return browser;
  }

  private static Path newFolder() {
    try {
      return Files.createTempDirectory("chromium");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
   * What is settled when a browser starts.
   *
   * @param mobile its screen, where no window is as narrow
   * @param dark whether it asks for dark colors
   */
  private record Kind(Optional<Dimension> mobile, boolean dark) {

    static Kind of(int width, int height, boolean dark) {
      return new Kind(
          Optional.of(new Dimension(width, height)).filter(screen -> width < NARROWEST_WINDOW),
          dark);
    }
  }

  /**
   * The driver sometimes returns before the style sheet is there, most often on a busy machine:
   * what is measured then is a page that nobody sees.
   */
  private static final class LoadedPages extends ChromeDriver {

    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final Kind kind;

    /** What the browser does not delete when it ends. */
    private final Path scratch;

    LoadedPages(Kind kind, ChromeDriverService service, ChromeOptions options, Path scratch) {
      super(service, options);
      this.kind = kind;
      this.scratch = scratch;
    }

    /** Closes its windows but for a new one, and keeps it for the next test. */
    @Override
    public void quit() {
      Set<String> old = getWindowHandles();
      switchTo().newWindow(WindowType.WINDOW);
      String fresh = getWindowHandle();
      for (String window : old) {
        switchTo().window(window).close();
      }
      switchTo().window(fresh);
      IDLE.put(kind, this);
    }

    private void end() {
      super.quit();
      try (Stream<Path> left = Files.walk(scratch)) {
        for (Path path : left.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(path);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void get(String url) {
      super.get(url);
      new WebDriverWait(this, LONGEST)
          .until(b -> executeScript("return document.readyState").equals("complete"));
    }
  }
}
