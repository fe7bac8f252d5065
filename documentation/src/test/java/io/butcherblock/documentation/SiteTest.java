package io.butcherblock.documentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.browser.Browser;
import io.butcherblock.browser.PageCheck;
import io.butcherblock.cli.Main;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The site, without its Javadoc: whole by its links, and in a browser where there is one. */
class SiteTest {

  private static final Path ROOT = Path.of("..");

  @TempDir private static Path site;

  private ChromeDriver browser;

  /** No link, anchor or picture is missing, and every page is in the list. */
  @BeforeAll
  static void write() throws IOException {
    assertEquals(List.of(), Site.write(ROOT, site, "1.2.3", ""));
  }

  @AfterEach
  void quit() {
    if (browser != null) {
      browser.quit();
    }
  }

  @Test
  void aPageForEachPageAndEachCommand() throws IOException {
    long commands = Main.commandLine().getSubcommands().size();
    // Two are for those who get a bundle or a new project, and no pages of the site.
    long pages = MarkdownPages.read(ROOT).size() - 2L;
    try (Stream<Path> files = Files.list(site)) {
      long written = files.filter(file -> file.toString().endsWith(".html")).count();
      assertEquals(pages + 1 + commands, written);
      System.out.printf(
          "Documentation: %s pages of the site, %s of them of commands%n", written, commands + 1);
    }
  }

  @Test
  void whatIsMissingIsTold(@TempDir Path folder) throws IOException {
    Files.writeString(
        folder.resolve("a.html"),
        """
        <h1 id="there">A</h1><a href="#there">A</a><a href="#elsewhere">B</a><a href="b.html">C</a>
        <img src="none.png"><script src="https://example.org/a.js"></script>
        <a href="https://example.org">D</a>
        """);
    assertEquals(
        List.of(
            "a.html: #elsewhere: there is no such anchor",
            "a.html: b.html: there is no such file",
            "a.html: none.png: there is no such file",
            "a.html: https://example.org/a.js: would be loaded from elsewhere"),
        LinkCheck.problems(folder));
  }

  @Test
  void codeLeadsToWhatItNames() {
    CodeTargets targets = new CodeTargets(Map.of("Image", "javadoc/Image.html"), Commands.all());
    assertEquals(Optional.of("javadoc/Image.html"), targets.of("Image"));
    assertEquals(Optional.of("butcherblock-eval.html"), targets.of("eval NETWORK --weights FILE"));
    assertEquals(Optional.of("butcherblock-check.html"), targets.of("./butcherblock check"));
    assertEquals(Optional.empty(), targets.of("serve"));
    assertEquals(Optional.empty(), targets.of("javac --release 17"));
  }

  /** Of what a command prints, sentences are wrapped and tables are not: they are scrolled. */
  @Test
  void messagesAreWrapped() throws IOException {
    String wrapped = "<pre class=\"message\"";
    for (String message :
        List.of(
            "error: [RowSum] Own: the abscissa",
            "Own.java:7: error: [RowSum] Own",
            "[OrderTooHigh] Own claims order 2",
            "butcherblock: w.safetensors holds")) {
      assertTrue(
          Layout.code("", message + "\n    1  | 2\n    ^^^^^^\n").startsWith(wrapped), message);
    }
    assertFalse(Layout.code("", "Set5  psnr  35.1\n").startsWith(wrapped));
    assertFalse(Layout.code("java", "error: String\n").startsWith(wrapped));
    assertTrue(
        Files.readString(site.resolve("index.html"))
            .contains(
                wrapped + " tabindex=\"0\" role=\"group\" aria-label=\"Output\"><code>error:"));
    assertTrue(
        Files.readString(site.resolve("site.css")).contains(".message { white-space: pre-wrap; }"));
  }

  /** A browser breaks lines behind hyphens, also those that an option begins with. */
  @Test
  void optionsStayWhole() throws IOException {
    String page = Files.readString(site.resolve("photographs.html"));
    assertTrue(page.contains("<code class=\"whole\">--width W</code>"), page);
    assertTrue(page.contains("<code>NETWORK --weights FILE</code>"), page);
    assertTrue(
        Files.readString(site.resolve("site.css")).contains(".whole { white-space: nowrap; }"));
  }

  /** As GitHub makes them, which the pages were written for. */
  @Test
  void anchors() {
    assertEquals(
        "a-runge-kutta-scheme-butchertableau",
        Anchors.anchor("A Runge-Kutta scheme: `@ButcherTableau`".replace("`", "")));
    assertEquals("1-what-it-is", Anchors.anchor("1. What it is"));
  }

  @ParameterizedTest
  @CsvSource({"390, false", "1280, true"})
  void pagesAreAccessible(int width, boolean dark) throws IOException {
    browser = Browser.open(width, 900, dark, site);
    try (FolderServer server = new FolderServer(site)) {
      for (String page : List.of("index", "first-network", "butcherblock-train", "language")) {
        browser.get(server.address(page + ".html"));
        PageCheck.check(browser, page + "-" + width + (dark ? "-dark" : "-light"));
      }
    }
  }

  /** The checker takes half a second a page, so by default it sees the pages above only. */
  @Test
  void allPagesFitAPhone() throws IOException {
    browser = Browser.open(390, 900, false, site);
    boolean checked = Boolean.getBoolean("butcherblock.allPages");
    try (FolderServer server = new FolderServer(site);
        Stream<Path> files = Files.list(site)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".html")).sorted().toList()) {
        browser.get(server.address("" + file.getFileName()));
        PageCheck.assertFits(browser, "" + file);
        if (checked) {
          assertEquals(List.of(), PageCheck.violations(browser), "" + file);
        }
      }
    }
  }

  @Test
  void searchByKeyboard() {
    browser = Browser.open(1280, 900, false, site);
    browser.get(site.resolve("index.html").toUri().toString());
    browser.findElement(By.tagName("body")).sendKeys("/");
    browser.switchTo().activeElement().sendKeys("max-gradient-norm");
    WebElement found = browser.findElement(By.id("found"));
    new WebDriverWait(browser, Duration.ofSeconds(20))
        .until(b -> found.isDisplayed() && found.getText().contains("butcherblock train"));
    browser.switchTo().activeElement().sendKeys(Keys.ENTER);
    new WebDriverWait(browser, Duration.ofSeconds(20))
        .until(b -> !b.getCurrentUrl().contains("index.html"));
    assertTrue(browser.getPageSource().contains("max-gradient-norm"), browser.getCurrentUrl());
  }

  @Test
  void aPhoneFoldsTheListOfPages() {
    browser = Browser.open(390, 900, false, site);
    browser.get(site.resolve("training.html").toUri().toString());
    WebElement list = browser.findElement(By.id("pages"));
    assertEquals("false", list.getDomProperty("open"));
    list.findElement(By.tagName("summary")).click();
    list.findElement(By.linkText("Use a GPU")).click();
    assertTrue(browser.getCurrentUrl().endsWith("/gpu.html"), browser.getCurrentUrl());
  }
}
