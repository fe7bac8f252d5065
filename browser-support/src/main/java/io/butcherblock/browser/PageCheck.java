package io.butcherblock.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;

/**
 * What holds of each of our pages, at every size: it is accessible, does not scroll sideways, and
 * nothing was refused or failed while it was loaded.
 */
public final class PageCheck {

  private static final String AXE = "/axe.min.js";
  private static final String SCREENSHOTS = "butcherblock.screenshots";

  private PageCheck() {}

  /**
   * Checks the page that a browser shows, and writes a screenshot of it where the property {@value
   * #SCREENSHOTS} names a folder.
   *
   * @param name of the state that the page is in, for messages and the screenshot
   */
  public static void check(ChromeDriver browser, String name) {
    screenshot(browser, name);
    assertFits(browser, name);
    assertEquals(List.of(), violations(browser), name);
    List<LogEntry> logged = browser.manage().logs().get(LogType.BROWSER).getAll();
    assertEquals(List.of(), logged, name);
  }

  /** The page does not scroll sideways; {@code innerWidth} of a phone grows with such a page. */
  public static void assertFits(ChromeDriver browser, String name) {
    assertEquals(
        true,
        browser.executeScript(
            "return document.documentElement.scrollWidth <= document.documentElement.clientWidth"),
        name + " scrolls sideways");
  }

  /** What the accessibility checker finds in the page, each with its place. */
  @SuppressWarnings("unchecked")
  public static List<String> violations(ChromeDriver browser) {
    try (InputStream axe = PageCheck.class.getResourceAsStream(AXE)) {
      browser.executeScript(new String(axe.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return (List<String>)
        browser.executeAsyncScript(
            "const done = arguments[arguments.length - 1];"
                + "axe.run().then(result => done(result.violations.map("
                + "v => v.impact + ' ' + v.id + ': ' + v.nodes.map(n => n.html).join(' '))));");
  }

  /** The page from its top to its end. */
  private static byte[] whole(ChromeDriver browser) {
    Map<String, Object> picture =
        browser.executeCdpCommand(
            "Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", true));
    return Base64.getDecoder().decode((String) picture.get("data"));
  }

  private static void screenshot(ChromeDriver browser, String name) {
    String folder = System.getProperty(SCREENSHOTS);
    if (folder == null) {
      return;
    }
    try {
      Files.createDirectories(Path.of(folder));
      Files.write(Path.of(folder, name + ".png"), whole(browser));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
