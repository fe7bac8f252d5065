package io.butcherblock.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.InferenceOptions;
import io.butcherblock.browser.Browser;
import io.butcherblock.browser.PageCheck;
import io.butcherblock.device.DeviceChoice;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
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
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The page as a person uses it: with clicks and keys in a real browser. */
class PageTest {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private static UpscaleServer server;

  private ChromeDriver browser;

  @TempDir private Path folder;

  @BeforeAll
  static void start() {
    server =
        UpscaleServer.start(
            ServerOptions.DEFAULT.withInference(
                InferenceOptions.DEFAULT.withDevice(DeviceChoice.CPU)));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @AfterEach
  void quit() throws IOException, InterruptedException {
    if (browser != null) {
      browser.quit();
    }
    Client client = new Client(server.address());
    for (var image : client.images()) {
      client.delete("images/" + image.get("id").asText());
    }
  }

  private void open(int width, boolean dark) {
    browser = Browser.open(width, 900, dark, folder);
    browser.get(server.address().toString());
  }

  private WebElement find(String selector) {
    return browser.findElement(By.cssSelector(selector));
  }

  private void await(String what, java.util.function.BooleanSupplier condition) {
    new WebDriverWait(browser, PATIENCE)
        .withMessage(what)
        .ignoring(org.openqa.selenium.StaleElementReferenceException.class)
        .until(driver -> condition.getAsBoolean());
  }

  private Path picture(String name, int width, int height) throws IOException {
    String format = name.substring(name.lastIndexOf('.') + 1);
    return Files.write(folder.resolve(name), TestPictures.of(format, width, height));
  }

  private void choose(Path... pictures) {
    String names = String.join("\n", Stream.of(pictures).map(Path::toString).toList());
    find("#files").sendKeys(names);
  }

  private void awaitDone(int number) {
    await(
        number + " enlarged pictures",
        () -> browser.findElements(By.cssSelector(".picture[data-state=done]")).size() == number);
  }

  /** Its address, with another secret, is not that of the page that is open. */
  @Test
  void aServerThatWasStartedAgainIsToldOf() throws IOException {
    ServerOptions options =
        ServerOptions.DEFAULT.withInference(InferenceOptions.DEFAULT.withDevice(DeviceChoice.CPU));
    int port;
    try (UpscaleServer first = UpscaleServer.start(options)) {
      browser = Browser.open(800, 900, false, folder);
      browser.get(first.address().toString());
      port = first.address().getPort();
    }
    try (UpscaleServer second = UpscaleServer.start(options.withPort(port))) {
      choose(picture("drawing.png", 8, 8));
      await("a sentence", () -> find("#problem").isDisplayed());
      assertEquals(
          "Open the address that the program printed when it started.", find("#problem").getText());
      assertEquals(port, second.address().getPort());
    }
  }

  /** The page that is open is of no use then, for a server that is started again has another. */
  @Test
  void aServerThatHasEndedIsToldOf() throws IOException {
    try (UpscaleServer ended =
        UpscaleServer.start(
            ServerOptions.DEFAULT.withInference(
                InferenceOptions.DEFAULT.withDevice(DeviceChoice.CPU)))) {
      browser = Browser.open(800, 900, false, folder);
      browser.get(ended.address().toString());
    }
    choose(picture("drawing.png", 8, 8));
    await("a sentence", () -> find("#problem").isDisplayed());
    assertEquals(
        "The program does not answer; start it again, and open the address that it prints then.",
        find("#problem").getText());
  }

  @Test
  void picturesAreEnlargedComparedSavedAndRemoved() throws IOException {
    open(1280, false);
    find("input[name=size][value='3']").sendKeys(Keys.SPACE);
    choose(picture("photo.jpg", 60, 40), picture("drawing.png", 30, 30));
    awaitDone(2);
    List<WebElement> details = browser.findElements(By.cssSelector(".picture .detail"));
    assertTrue(details.get(0).getText().contains("60 × 40 became 180 × 120"));
    assertTrue(details.get(0).getText().contains("Weights: photo"));
    assertTrue(details.get(1).getText().contains("Weights: clean"));

    find(".picture .compare").click();
    await("both pictures", () -> natural("#after") == 180 && natural("#before") == 180);
    find("input[name=zoom][value='4']").sendKeys(Keys.SPACE);
    await("400 %", () -> find("#canvas").getSize().width == 4 * 180);
    double middle = cut();
    find("#cut").sendKeys(Keys.HOME);
    assertTrue(cut() < middle, "the divider follows the slider: " + cut());
    WebElement stage = find("#stage");
    stage.sendKeys(Keys.ARROW_RIGHT);
    find("#viewer-close").click();
    assertFalse(find("#viewer").isDisplayed());

    find(".picture .save").click();
    Path saved = folder.resolve("photo-large.png");
    await("the saved picture", () -> Files.exists(saved));
    await("all of it", () -> readable(saved));
    assertEquals(180, ImageIO.read(saved.toFile()).getWidth());
    find("#save-all").click();
    await("the archive", () -> Files.exists(folder.resolve("enlarged.zip")));

    find(".picture .remove").click();
    await("one picture", () -> browser.findElements(By.cssSelector(".picture")).size() == 1);
  }

  private static boolean readable(Path picture) {
    try {
      return ImageIO.read(picture.toFile()) != null;
    } catch (IOException e) {
      return false;
    }
  }

  private long natural(String selector) {
    return (Long)
        browser.executeScript("return document.querySelector(arguments[0]).naturalWidth", selector);
  }

  private double cut() {
    String percent =
        (String)
            browser.executeScript(
                "return document.getElementById('canvas').style.getPropertyValue('--cut')");
    return Double.parseDouble(percent.replace("%", ""));
  }

  @Test
  void droppedFilesAreTakenAndWrongOnesAreNamed() throws IOException {
    open(1280, false);
    browser.executeScript(
        "const files = new DataTransfer();"
            + "files.items.add(new File(['no image'], 'notes <b>.txt'));"
            + "document.getElementById('drop').dispatchEvent("
            + "new DragEvent('drop', {dataTransfer: files, bubbles: true, cancelable: true}));");
    await(
        "a failure",
        () -> !browser.findElements(By.cssSelector(".picture[data-state=failed]")).isEmpty());
    String text = find(".picture .detail").getText();
    assertTrue(text.startsWith("Cannot read notes <b>.txt: it is not an image"), text);
    choose(picture("later.png", 20, 20));
    awaitDone(1);
  }

  /** As files: the browser gives a folder as a file that cannot be read. */
  @Test
  void whatCannotBeTakenIsNamedWithEveryFileAndTheOthersAreTaken() throws IOException {
    open(1280, false);
    Path album = Files.createDirectory(folder.resolve("album"));
    Path empty = Files.createFile(folder.resolve("empty.png"));
    drop(album, empty, Files.createFile(folder.resolve("none.png")), picture("good.png", 20, 20));
    awaitDone(1);
    assertEquals(
        "album: It is a folder, or a file that cannot be read; choose the pictures themselves.\n"
            + "empty.png, none.png: The file is empty.",
        find("#problem").getText());
  }

  private void drop(Path... files) {
    List<String> names = Stream.of(files).map(Path::toString).toList();
    for (String type : List.of("dragEnter", "dragOver", "drop")) {
      browser.executeCdpCommand(
          "Input.dispatchDragEvent",
          Map.of(
              "type",
              type,
              "x",
              300,
              "y",
              200,
              "data",
              Map.of("items", List.of(), "files", names, "dragOperationsMask", 1)));
    }
  }

  @Test
  void aFormatThatCannotHoldThePictureIsTold() throws IOException {
    open(1280, false);
    Path logo = folder.resolve("logo.png");
    ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_ARGB), "png", logo.toFile());
    choose(logo);
    awaitDone(1);
    find(".picture .compare").click();
    find("#viewer-save a[href$='save.jpg']").click();
    await("a sentence", () -> find("#viewer-problem").isDisplayed());
    String told = find("#viewer-problem").getText();
    assertTrue(told.contains("JPEG cannot hold the image's transparency"), told);
    find("#viewer-save a[href$='save.tif']").click();
    Path saved = folder.resolve("logo-large.tif");
    await("the saved picture", () -> Files.exists(saved));
    assertFalse(find("#viewer-problem").isDisplayed());
  }

  @Test
  void worksByKeyboardAlone() throws IOException {
    open(1280, false);
    choose(picture("photo.jpg", 20, 20));
    awaitDone(1);
    Actions keys = new Actions(browser);
    browser.executeScript("document.activeElement.blur()");
    for (int i = 0; i < 12 && !focused(".compare"); i++) {
      keys.sendKeys(Keys.TAB).perform();
    }
    assertTrue(focused(".compare"), "Tab reaches the button");
    keys.sendKeys(Keys.ENTER).perform();
    assertTrue(find("#viewer").isDisplayed());
    keys.sendKeys(Keys.ESCAPE).perform();
    await("closed", () -> !find("#viewer").isDisplayed());
    assertTrue(focused(".compare"), "the focus is where it was");
  }

  @Test
  void keysGoOnBesideAPictureThatIsRemoved() throws IOException {
    open(1280, false);
    choose(picture("a.png", 8, 8), picture("b.png", 8, 8), picture("c.png", 8, 8));
    awaitDone(3);
    find("[aria-label='Remove b.png']").sendKeys(Keys.ENTER);
    await("the next one", () -> focusedOn("Remove c.png"));
    browser.switchTo().activeElement().sendKeys(Keys.ENTER);
    await("the one before, as there is none behind", () -> focusedOn("Remove a.png"));
    browser.switchTo().activeElement().sendKeys(Keys.ENTER);
    await("the choice of files", () -> find("#files").equals(browser.switchTo().activeElement()));
  }

  private boolean focusedOn(String label) {
    return label.equals(browser.switchTo().activeElement().getAttribute("aria-label"));
  }

  private boolean focused(String selector) {
    return browser.switchTo().activeElement().getAttribute("class").contains(selector.substring(1));
  }

  /** No finding of the accessibility checker, and nothing wider than the window. */
  @ParameterizedTest
  @CsvSource({"390, false", "1280, true"})
  void isAccessibleAtEverySize(int width, boolean dark) throws IOException {
    open(width, dark);
    choose(picture("photo.jpg", 60, 40), picture("drawing.png", 30, 30));
    Files.write(folder.resolve("broken.png"), new byte[] {1});
    choose(folder.resolve("broken.png"));
    awaitDone(2);
    PageCheck.check(browser, "list-" + width + (dark ? "-dark" : "-light"));
    find(".picture .compare").click();
    await("the picture", () -> natural("#after") == 120);
    PageCheck.check(browser, "viewer-" + width + (dark ? "-dark" : "-light"));
  }

  @Test
  void checkerFindsWhatIsWrong() {
    open(1280, false);
    browser.executeScript("document.querySelector('main').append(new Image())");
    assertTrue(PageCheck.violations(browser).toString().contains("image-alt"));
  }
}
