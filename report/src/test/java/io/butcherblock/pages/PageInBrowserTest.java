package io.butcherblock.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.browser.Browser;
import io.butcherblock.browser.PageCheck;
import io.butcherblock.charts.CurvePlot;
import io.butcherblock.charts.DotPlot;
import io.butcherblock.pictures.ColorScale;
import io.butcherblock.pictures.Comparison;
import io.butcherblock.pictures.Picture;
import io.butcherblock.program.BlockProgram;
import io.butcherblock.program.Instruction;
import io.butcherblock.program.Term;
import io.butcherblock.program.Value;
import io.butcherblock.schemes.SchemeCard;
import io.butcherblock.schemes.StabilityPlot;
import io.butcherblock.text.TextTable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.Rectangle;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.print.PrintOptions;

/** What a page does under a person's hands, in a real browser. */
class PageInBrowserTest {

  private static final String EVIL = "<script>document.title='taken'</script>\"' & <b>bold</b>";

  private static final double[] STEPS = {0, 100, 200, 300, 400};
  private static final double[] LF = {20, 24.5, 26.25, 27.125, 27.5};
  private static final double[] RK3 = {19, 23.25, 26.5, 27.75, 28.125};

  @TempDir private Path folder;
  private ChromeDriver browser;

  @AfterEach
  void quit() {
    if (browser != null) {
      browser.quit();
    }
  }

  private void open(int width, boolean dark, HtmlPage page) {
    browser = Browser.open(width, 900, dark, folder);
    Path file = folder.resolve("page.html");
    page.write(file);
    browser.get(file.toUri().toString());
  }

  private WebElement find(String selector) {
    return browser.findElement(By.cssSelector(selector));
  }

  private List<String> column(int number) {
    return browser.findElements(By.cssSelector("tbody tr > :nth-child(" + number + ")")).stream()
        .map(WebElement::getText)
        .toList();
  }

  private static TextTable table() {
    return new TextTable("image", "PSNR (dB)", "size")
        .row("img10", "9.5000", "1,024")
        .row("img9", "36.1000", "12")
        .row("img1", "inf", "900")
        .row("img3", "<0.001", "7")
        .row("img2", "-", "3")
        .summary()
        .row("mean", "22.8", "485");
  }

  @Test
  void headingsSortByNumbersAndTextsAndByKeyboard() {
    open(1280, false, new HtmlPage("Tables").table(table(), ""));
    WebElement psnr = find("thead th:nth-child(2) button");
    psnr.click();
    assertEquals(List.of("<0.001", "9.5000", "36.1000", "inf", "-"), column(2));
    assertEquals("ascending", find("thead th:nth-child(2)").getAttribute("aria-sort"));
    psnr.click();
    assertEquals(List.of("inf", "36.1000", "9.5000", "<0.001", "-"), column(2));
    assertEquals("descending", find("thead th:nth-child(2)").getAttribute("aria-sort"));

    find("thead th:nth-child(3) button").sendKeys(Keys.ENTER);
    assertEquals(List.of("3", "7", "12", "900", "1,024"), column(3));
    assertEquals(
        1, browser.findElements(By.cssSelector("th[aria-sort]")).size(), "one column sorts");
    find("thead th:nth-child(1) button").sendKeys(Keys.SPACE);
    assertEquals(List.of("img1", "img2", "img3", "img9", "img10"), column(1));
    assertEquals("mean", find("tfoot th").getText(), "what sums up the rows stays below");
  }

  /** What stays in sight leaves room for the figures. */
  @Test
  void onAPhoneLongNamesLeaveRoomForFiguresAndAreWhole() {
    String name = "carried-adams-bashforth-moulton2 (frozen) of a long name-".repeat(2) + "end";
    open(
        390,
        false,
        new HtmlPage("Names")
            .table(
                new TextTable("", "scheme", "PSNR (dB)", "SSIM")
                    .keys("", "scheme")
                    .row("1", name, "37.4800", "0.9588")
                    .row("2", "euler", "37.4700", "0.9587"),
                "")
            .dots(new DotPlot("Runs", "PSNR (dB)").row(name, new double[] {1, 2}, 1.5, 0.5), ""));
    Rectangle scheme = find("tbody td").getRect();
    assertTrue(scheme.x + scheme.width < 200, scheme.x + " + " + scheme.width);
    for (WebElement line : browser.findElements(By.cssSelector(".dots .name"))) {
      Rectangle place = line.getRect();
      assertTrue(place.x + place.width <= 390, place.x + " + " + place.width);
    }
    assertEquals(
        name,
        String.join(
            "",
            browser.findElements(By.cssSelector(".dots .name")).stream()
                .map(line -> line.getAttribute("textContent"))
                .toList()));
  }

  /** Of the width of a sheet of A4 between its margins; on it nothing can be scrolled. */
  @Test
  void wideTablesAreWholeInPrint() {
    TextTable wide =
        new TextTable(
            IntStream.range(0, 13)
                .mapToObj(i -> i == 0 ? "" : "heading " + i)
                .toArray(String[]::new));
    for (int row = 1; row <= 30; row++) {
      String place = String.valueOf(row);
      wide.row(
          Stream.concat(Stream.of(place), Stream.generate(() -> "19.949 (3.759)").limit(12))
              .toArray(String[]::new));
    }
    open(718, false, new HtmlPage("Tables").table(wide, ""));
    browser.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", "print"));
    assertEquals("visible", find(".scroll").getCssValue("overflow-x"));
    assertEquals("visible", find(".scroll").getCssValue("overflow-y"));
    Rectangle table = find("table").getRect();
    assertTrue(table.x + table.width <= 718, table.x + " + " + table.width);
    assertEquals(
        1L,
        browser.executeScript(
            "const range = document.createRange();"
                + "range.selectNodeContents(document.querySelector('tbody tr:last-child th'));"
                + "return range.getClientRects().length"),
        "lines of the place 30");
  }

  /** With the print dialog as it comes up: without backgrounds. */
  @Test
  void comparedPicturesAndWhichTheyAreArePrinted() {
    open(1280, false, new HtmlPage("Compared").comparison(comparison("leapfrog")));
    PrintOptions options = new PrintOptions();
    long images = imagesPrinted(options);
    options.setBackground(true);
    assertEquals(imagesPrinted(options), images);
    assertTrue(images > 1, "only " + images + " images");

    browser.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", "print"));
    assertEquals(
        List.of("bicubic", "leapfrog"),
        browser.findElements(By.cssSelector(".sides span")).stream()
            .filter(WebElement::isDisplayed)
            .map(WebElement::getText)
            .toList());
  }

  private long imagesPrinted(PrintOptions options) {
    byte[] pdf = Base64.getDecoder().decode(browser.print(options).getContent());
    return Pattern.compile("/Subtype */Image")
        .matcher(new String(pdf, StandardCharsets.ISO_8859_1))
        .results()
        .count();
  }

  private static CurvePlot plot() {
    return new CurvePlot("Validation", "steps", "PSNR (dB)")
        .curve("leapfrog", STEPS, LF)
        .curve("rk3", STEPS, RK3)
        .level("bicubic", 25);
  }

  @Test
  void valuesAreReadOffAtThePointerAndBySlider() {
    open(1280, false, new HtmlPage("Curves").curves(plot(), ""));
    assertEquals("step 400", find(".read output").getText(), "the end, before anything is done");
    assertEquals(List.of("27.500 dB", "28.125 dB", "25.000 dB"), values());
    WebElement area = find(".plot");
    int width = area.getSize().width;
    for (int i = 0; i < STEPS.length; i++) {
      // From the middle, in pixels; a few beside the value, to which it is the nearest.
      int across = (int) Math.round(width * (STEPS[i] / 400 - 0.5)) + (i == 0 ? 5 : -5);
      new Actions(browser).moveToElement(area, across, 20).perform();
      assertEquals("step " + (int) STEPS[i], find(".read output").getText());
      assertEquals(LF[i], number(values().get(0)), 0.0005);
      assertEquals(RK3[i], number(values().get(1)), 0.0005);
    }
    WebElement slider = find(".read input");
    slider.sendKeys(Keys.HOME);
    slider.sendKeys(Keys.ARROW_RIGHT);
    assertEquals("step 100", find(".read output").getText());
    assertEquals(
        "step 100: leapfrog 24.500 dB, rk3 23.250 dB", slider.getAttribute("aria-valuetext"));
  }

  @Test
  void theMarkStandsOnTheCurve() {
    open(1280, false, new HtmlPage("Curves").curves(plot(), ""));
    find(".read input").sendKeys(Keys.HOME);
    find(".read input").sendKeys(Keys.ARROW_RIGHT, Keys.ARROW_RIGHT);
    double plotTop = find(".plot").getRect().y;
    double height = find(".plot").getRect().height;
    WebElement mark = browser.findElements(By.cssSelector(".mark")).get(0);
    double middle = mark.getRect().y + mark.getRect().height / 2.0;
    // The axis reaches from 18 to 30: the first round numbers around 19 and 28.125 with steps of
    // 2.
    assertEquals(plotTop + height * (30 - 26.25) / 12, middle, 2);
  }

  private List<String> values() {
    return browser.findElements(By.cssSelector(".legend .value")).stream()
        .map(WebElement::getText)
        .toList();
  }

  private static double number(String value) {
    return Double.parseDouble(value.split(" ", 2)[0]);
  }

  @Test
  void theDividerAndTheMapsFollowTheChoices() {
    open(1280, false, new HtmlPage("Pictures").comparison(comparison("baby")));
    find(".cut input").sendKeys(Keys.HOME);
    assertEquals("0%", style(".stage", "--cut"));
    find("[data-side=right] input[value='m0-1']").sendKeys(Keys.SPACE);
    assertTrue(find(".layer.right").getAttribute("class").contains("m0-1"));
    String before = style(".crop", "background-position");
    find(".stage").sendKeys(Keys.ARROW_RIGHT);
    assertTrue(!style(".crop", "background-position").equals(before), "the enlarged part moves");
  }

  private String style(String selector, String property) {
    return (String)
        browser.executeScript(
            "return document.querySelector(arguments[0]).style.getPropertyValue(arguments[1])",
            selector,
            property);
  }

  /** Names of files are anybody's; none is markup, and the policy refuses what would be script. */
  @ParameterizedTest
  @CsvSource({"390, false", "1280, true"})
  void hostileNamesAreTextAndThePageIsAccessible(int width, boolean dark) {
    open(width, dark, everything());
    assertEquals(
        true,
        browser.executeScript(
            "return document.querySelector('h1').textContent === arguments[0]", EVIL));
    assertEquals(0, browser.findElements(By.cssSelector("main b:not(figcaption b)")).size());
    assertEquals(1, browser.findElements(By.tagName("script")).size());
    PageCheck.check(browser, "everything-" + width + (dark ? "-dark" : "-light"));
    browser.executeScript(
        "const s = document.createElement('script'); s.textContent = 'window.ran = true';"
            + "document.body.append(s);");
    assertEquals(false, browser.executeScript("return 'ran' in window"));
  }

  @Test
  void theCheckerFindsWhatIsWrong() {
    open(1280, false, new HtmlPage("t"));
    browser.executeScript("document.querySelector('main').append(new Image())");
    assertTrue(PageCheck.violations(browser).toString().contains("image-alt"));
  }

  private static HtmlPage everything() {
    return new HtmlPage(EVIL)
        .subtitle(EVIL)
        .figures(Map.of(EVIL, "37.48 dB"))
        .table(table(), EVIL)
        .table(new TextTable(EVIL, "x").row(EVIL, "1").row(EVIL, "2"), EVIL)
        .heading(EVIL)
        .list(Map.of(EVIL, EVIL.repeat(5)))
        .preformatted(EVIL)
        .curves(new CurvePlot(EVIL, "steps", EVIL).curve(EVIL, STEPS, LF).level(EVIL, 22), EVIL)
        .dots(
            new DotPlot(EVIL, EVIL).row(EVIL, new double[] {1, 2}, 1.5, 0.5).note(EVIL, EVIL), EVIL)
        .schemes(List.of(scheme(EVIL), scheme("Euler")))
        .comparison(comparison(EVIL))
        .comparison(comparison("second"));
  }

  /** Heun's method, by hand. */
  private static SchemeCard scheme(String title) {
    BlockProgram heun =
        new BlockProgram(
            List.of(
                new Instruction.Evaluate(new Value("k1"), 1, Value.INPUT),
                new Instruction.Combine(new Value("stage2"), List.of(Term.of("y0"), Term.of("k1"))),
                new Instruction.Evaluate(new Value("k2"), 2, new Value("stage2")),
                new Instruction.Combine(
                    new Value("y1"),
                    List.of(Term.of("y0"), Term.of("1/2", 0.5, "k1"), Term.of("1/2", 0.5, "k2")))),
            List.of(),
            new Value("y1"));
    StabilityPlot plot =
        new StabilityPlot(title, List.of(List.of(-1.0, 1.0), List.of(-1.0), List.of(-0.5)), 2, 0);
    return new SchemeCard(title, title, plot, heun, title);
  }

  private static Comparison comparison(String name) {
    Picture picture = HtmlPageTest.noise(100, 90, 3);
    double[] map = new double[100 * 90];
    for (int i = 0; i < map.length; i++) {
      map[i] = i % 100;
    }
    ColorScale scale = new ColorScale(name, 0, 64);
    Map<String, Picture> maps = new LinkedHashMap<>();
    maps.put("error of bicubic", scale.picture(100, 90, map));
    maps.put("error of " + name, scale.picture(100, 90, map));
    return new Comparison(name)
        .version("bicubic", "30 dB", picture)
        .version(name, name, picture)
        .version("original", "", picture)
        .maps(scale, maps);
  }
}
