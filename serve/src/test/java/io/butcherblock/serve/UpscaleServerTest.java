package io.butcherblock.serve;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.butcherblock.Enlarger;
import io.butcherblock.InferenceOptions;
import io.butcherblock.device.DeviceChoice;
import io.butcherblock.device.PrecisionChoice;
import io.butcherblock.error.ButcherblockException;
import io.butcherblock.image.Image;
import io.butcherblock.image.ImageFiles;
import io.butcherblock.image.ImageSize;
import io.butcherblock.image.Ratio;
import io.butcherblock.models.ImageKind;
import io.butcherblock.upscale.TargetSize;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UpscaleServerTest {

  private static final InferenceOptions ON_CPU =
      InferenceOptions.DEFAULT.withDevice(DeviceChoice.CPU);
  private static final ServerOptions OPTIONS =
      ServerOptions.DEFAULT.withInference(ON_CPU).withLargestUpload(1 << 20);

  private static UpscaleServer server;
  private static Client client;

  /** Its 200th character takes two chars. */
  private static final String LONG_NAME = "a".repeat(199) + "\uD83D\uDC36.png";

  @TempDir private Path folder;

  @BeforeAll
  static void start() {
    server = UpscaleServer.start(OPTIONS);
    client = new Client(server.address());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  /** The page's way gives the samples that the library's gives. */
  @ParameterizedTest
  @CsvSource({
    "png, CLEAN, 2, 80, 56",
    "jpg, PHOTO, 2, 80, 56",
    "png, CLEAN, 100x100, 100, 70",
    "png, CLEAN, 2.5, 100, 70"
  })
  void enlargesAsTheLibraryDoes(String format, ImageKind kind, String size, int width, int height)
      throws IOException, InterruptedException {
    byte[] file = TestPictures.of(format, 40, 28);
    String id = client.add("name=a." + format + "&size=" + size, file);
    JsonNode image = client.ended(id);
    assertEquals("done", image.get("state").asText(), image.toString());
    assertTrue(image.get("choice").asText().contains(kind.toString()), image.toString());
    Path source = Files.write(folder.resolve("a." + format), file);
    Path result =
        Files.write(folder.resolve("r.png"), client.get("images/" + id + "/result.png").body());
    try (Enlarger enlarger = Enlarger.of(kind, ON_CPU)) {
      Image expected =
          enlarger.upscale(
              ImageFiles.read(source),
              switch (size) {
                case "100x100" -> TargetSize.within(100, 100);
                case "2.5" -> TargetSize.by(new Ratio(5, 2));
                default -> TargetSize.by(2);
              });
      assertEquals(expected, ImageFiles.read(result));
    }
    BufferedImage bicubic =
        ImageIO.read(new ByteArrayInputStream(client.get("images/" + id + "/bicubic.png").body()));
    assertEquals(width, bicubic.getWidth());
    assertEquals(height, bicubic.getHeight());
  }

  @ParameterizedTest
  @CsvSource({"png, 89504e47", "jpg, ffd8ff", "webp, 52494646", "tif, 4d4d"})
  void savesInFourFormats(String format, String signature)
      throws IOException, InterruptedException {
    String id = client.add("name=my+picture%C3%A4.png", TestPictures.of("png", 20, 16));
    client.ended(id);
    HttpResponse<byte[]> answer = client.get("images/" + id + "/save." + format);
    String hex = java.util.HexFormat.of().formatHex(answer.body(), 0, 4);
    assertTrue(hex.startsWith(signature) || hex.startsWith("4949"), hex);
    assertEquals(
        "attachment; filename*=UTF-8''my%20picture%C3%A4-large." + format,
        answer.headers().firstValue("Content-Disposition").orElseThrow());
  }

  @Test
  void allAreSavedInOneArchiveUnderDifferentNames() throws IOException, InterruptedException {
    try (UpscaleServer own = UpscaleServer.start(OPTIONS)) {
      Client ours = new Client(own.address());
      assertEquals("No image is enlarged yet.", Client.error(ours.get("images.zip")));
      for (String name : List.of("../../same.png", "same.png", "SAME.png", LONG_NAME)) {
        String coded = URLEncoder.encode(name, StandardCharsets.UTF_8);
        ours.ended(ours.add("name=" + coded, TestPictures.of("png", 20, 16)));
      }
      List<String> names = new ArrayList<>();
      try (ZipInputStream zip =
          new ZipInputStream(new ByteArrayInputStream(ours.get("images.zip").body()))) {
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
          names.add(entry.getName());
          assertEquals(40, ImageIO.read(new ByteArrayInputStream(zip.readAllBytes())).getWidth());
        }
      }
      assertEquals(
          List.of(
              "same-large.png",
              "same-large-2.png",
              "SAME-large-3.png",
              LONG_NAME.substring(0, 201) + "-large.png"),
          names);
    }
  }

  @Test
  void whatIsNoImageIsToldByItsNameAndWithoutTheServersFolders()
      throws IOException, InterruptedException {
    byte[] text = "no image".getBytes(StandardCharsets.UTF_8);
    String id = client.add("name=notes.png", text);
    JsonNode image = client.ended(id);
    assertEquals("failed", image.get("state").asText());
    String error = image.get("error").asText();
    assertTrue(error.startsWith("Cannot read notes.png: it is not an image"), error);
    assertFalse(error.contains("/"), error);
    HttpResponse<byte[]> result = client.get("images/" + id + "/result.png");
    assertEquals(409, result.statusCode());
    assertEquals("notes.png could not be enlarged.", Client.error(result));
  }

  @ParameterizedTest
  @CsvSource({
    "size=0, positive number",
    "size=1/2, makes images smaller",
    "size=huge, positive number",
    "model=best, auto"
  })
  void wrongRequestsAreToldInASentence(String parameters, String words)
      throws IOException, InterruptedException {
    HttpResponse<byte[]> answer = client.post("images?" + parameters, TestPictures.of("png", 8, 8));
    assertEquals(400, answer.statusCode());
    assertTrue(Client.error(answer).contains(words), Client.error(answer));
  }

  @Test
  void filesThatAreTooLargeOrTooManyAreRefused() throws IOException, InterruptedException {
    HttpResponse<byte[]> large = client.post("images?name=a.png", new byte[(1 << 20) + 1]);
    assertEquals("The file is larger than 1 MB, the most that is taken.", Client.error(large));
    assertEquals(413, large.statusCode());
    assertEquals("The file is empty.", Client.error(client.post("images?name=a", new byte[0])));
    try (UpscaleServer small = UpscaleServer.start(OPTIONS.withMostJobs(1))) {
      Client ours = new Client(small.address());
      String id = ours.add("name=a.png", TestPictures.of("png", 8, 8));
      HttpResponse<byte[]> second = ours.post("images?name=b", TestPictures.of("png", 8, 8));
      assertTrue(Client.error(second).contains("remove some"), Client.error(second));
      assertEquals(507, second.statusCode());
      ours.ended(id);
      ours.delete("images/" + id);
      ours.ended(ours.add("name=b.png", TestPictures.of("png", 8, 8)));
    }
  }

  /** Of an upload in pieces nobody knows the length before. */
  @Test
  void filesOfUnknownLengthAreRefusedAsOthersAre() throws IOException, InterruptedException {
    HttpResponse<byte[]> empty = client.postInPieces("images?name=a", new byte[0]);
    assertEquals("The file is empty.", Client.error(empty));
    assertEquals(400, empty.statusCode());
    HttpResponse<byte[]> large = client.postInPieces("images?name=a", new byte[(1 << 20) + 1]);
    assertEquals(413, large.statusCode(), Client.error(large));
  }

  /** A program need not guess what is missing. */
  @Test
  void aRequestWithoutItsOriginIsToldWhatToSend() throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.address().resolve("images?name=a.png"))
            .POST(HttpRequest.BodyPublishers.noBody());
    HttpResponse<byte[]> answer = client.send(request);
    assertEquals(403, answer.statusCode());
    String said = new String(answer.body(), StandardCharsets.UTF_8);
    assertTrue(said.endsWith(": Origin: " + client.origin() + "\n"), said);
  }

  /** As programs ask that look before they fetch. */
  @ParameterizedTest
  @ValueSource(
      strings = {"page.css", "images", "images.zip", "images/ID/result.png", "images/ID/save.jpg"})
  void headsAreThoseOfTheAnswers(String path) throws IOException, InterruptedException {
    String id = client.add("name=a.png", TestPictures.of("png", 8, 8));
    client.ended(id);
    String of = path.replace("ID", id);
    HttpResponse<byte[]> whole = client.get(of);
    HttpResponse<byte[]> head = client.head(of);
    assertEquals(200, head.statusCode());
    assertEquals(0, head.body().length);
    for (String name : List.of("Content-Type", "Content-Length", "Content-Disposition")) {
      assertEquals(whole.headers().firstValue(name), head.headers().firstValue(name), name);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          page.css             | GET, HEAD
          images               | GET, HEAD, POST
          images.zip           | GET, HEAD
          images/ID            | DELETE
          images/ID/result.png | GET, HEAD
          """)
  void whatCanBeDoneIsToldWhereSomethingElseIsAsked(String path, String allowed)
      throws IOException, InterruptedException {
    String id = client.add("name=a.png", TestPictures.of("png", 8, 8));
    client.ended(id);
    HttpResponse<byte[]> answer = client.put(path.replace("ID", id));
    assertEquals(405, answer.statusCode());
    assertEquals(allowed, answer.headers().firstValue("Allow").orElse(""));
  }

  @Test
  void filesNeverTakeMoreThanTheyMay() throws IOException, InterruptedException {
    byte[] file = noise(60, 60);
    // Of this image, one enlarged four times fits and two do not.
    long limit = 4L * file.length + 4L * 240 * 240 * 3;
    List<Path> before = folders(Path.of(System.getProperty("java.io.tmpdir")));
    try (UpscaleServer own = UpscaleServer.start(OPTIONS.withMostStored(limit))) {
      List<Path> folders = new ArrayList<>(folders(Path.of(System.getProperty("java.io.tmpdir"))));
      folders.removeAll(before);
      Client ours = new Client(own.address());

      String first = ours.add("name=a.png&size=4", file);
      String second = ours.add("name=b.png&size=4", file);

      assertEquals("done", ours.ended(first).get("state").asText());
      JsonNode refused = ours.ended(second);
      assertEquals("failed", refused.get("state").asText());
      assertTrue(refused.get("error").asText().contains("remove some"), refused.toString());
      for (String format : List.of("tif", "webp", "jpg")) {
        HttpResponse<byte[]> unused = ours.get("images/" + first + "/save." + format);
      }
      HttpResponse<byte[]> last = ours.get("images/" + first + "/save.tif");
      for (int uploads = 0; last.statusCode() != 507; uploads++) {
        assertTrue(uploads < 100, "no end of uploads");
        last = ours.post("images?name=c.png&size=4", file);
      }
      assertTrue(Client.error(last).contains("could take more than"), Client.error(last));
      assertTrue(bytes(folders) <= limit, bytes(folders) + " of " + limit);
      ours.delete("images/" + first);
      assertEquals("done", ours.ended(ours.add("name=d.png&size=2", file)).get("state").asText());
    }
  }

  @Test
  void aFormatThatThereIsNoRoomForIsRefusedAsFilesAre() throws IOException, InterruptedException {
    byte[] file = noise(60, 60);
    Path source = Files.write(folder.resolve("a.png"), file);
    Image image = ImageFiles.read(source);
    // Room for the result and the image to compare it with, and not for one more.
    long limit = file.length + 2 * LargestFile.bytes(image, new ImageSize(240, 240), source);
    try (UpscaleServer own = UpscaleServer.start(OPTIONS.withMostStored(limit))) {
      Client ours = new Client(own.address());
      String id = ours.add("name=a.png&size=4", file);
      assertEquals("done", ours.ended(id).get("state").asText());
      HttpResponse<byte[]> answer = ours.get("images/" + id + "/save.tif");
      assertEquals(507, answer.statusCode());
      assertTrue(Client.error(answer).contains("could take more than"), Client.error(answer));
      // A browser would save the sentence as a picture.
      assertEquals(Optional.empty(), answer.headers().firstValue("Content-Disposition"));
    }
  }

  /** As those who clean up temporary files do; a full disk fails as this does. */
  @Test
  void filesThatCannotBeWrittenAreToldOf() throws IOException, InterruptedException {
    Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
    List<Path> before = folders(temporary);
    try (UpscaleServer own = UpscaleServer.start(OPTIONS)) {
      List<Path> made = new ArrayList<>(folders(temporary));
      made.removeAll(before);
      for (Path each : made) {
        Files.delete(each);
      }
      HttpResponse<byte[]> answer =
          new Client(own.address()).post("images?name=a.png", TestPictures.of("png", 8, 8));
      assertEquals(507, answer.statusCode());
      assertTrue(
          Client.error(answer).startsWith("Cannot write uploaded images to " + temporary),
          Client.error(answer));
    }
  }

  /** As the command line tells it. */
  @Test
  void whatOfAFileIsNotUsedIsTold() throws IOException, InterruptedException {
    JsonNode plain = client.ended(client.add("name=a.png", TestPictures.of("png", 8, 8)));
    assertEquals("[]", plain.get("notes").toString());
    JsonNode animation = client.ended(client.add("name=a.gif", TestPictures.animation(3)));
    assertEquals(
        "[\"Of 3 pages or frames the first is taken.\"]", animation.get("notes").toString());
    JsonNode titled = client.ended(client.add("name=a.jpg", TestPictures.withIptc(8, 8)));
    assertEquals("[\"Not kept: IPTC.\"]", titled.get("notes").toString());
  }

  /** There is nothing to be removed that would help. */
  @Test
  void anImageThatIsTooLargeAloneIsToldSo() throws IOException, InterruptedException {
    try (UpscaleServer own = UpscaleServer.start(OPTIONS.withMostStored(1 << 20))) {
      Client ours = new Client(own.address());
      String id = ours.add("name=a.png&size=1000x1000", TestPictures.of("png", 20, 16));
      assertEquals(
          "This one alone could take more than the 1 MB that are kept; a smaller size takes less.",
          ours.ended(id).get("error").asText());
    }
  }

  /** Which cannot be compressed. */
  private static byte[] noise(int width, int height) throws IOException {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    int[] colors = new Random(1).ints((long) width * height).toArray();
    image.setRGB(0, 0, width, height, colors, 0, width);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(image, "png", bytes);
    return bytes.toByteArray();
  }

  private static long bytes(List<Path> folders) throws IOException {
    long sum = 0;
    for (Path folder : folders) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          sum += Files.size(file);
        }
      }
    }
    return sum;
  }

  @Test
  void precisionThatATrialChoseIsToldOnceForEachNetwork() throws IOException, InterruptedException {
    List<String> notes = new CopyOnWriteArrayList<>();
    ServerOptions auto = OPTIONS.withInference(ON_CPU.withPrecision(PrecisionChoice.AUTO));
    try (UpscaleServer own = UpscaleServer.start(auto, notes::add)) {
      Client ours = new Client(own.address());
      for (int i = 0; i < 2; i++) {
        ours.ended(ours.add("name=a.png", TestPictures.of("png", 12, 8)));
      }
    }
    assertEquals(1, notes.size(), notes.toString());
    assertTrue(notes.get(0).matches("Precision (fp32|bf16): .*\\."), notes.toString());
  }

  @Test
  void removedImagesAreGone() throws IOException, InterruptedException {
    String id = client.add("name=gone.png", TestPictures.of("png", 12, 8));
    client.ended(id);
    assertEquals(200, client.delete("images/" + id).statusCode());
    assertEquals(404, client.get("images/" + id + "/result.png").statusCode());
    for (JsonNode image : client.images()) {
      assertFalse(image.get("id").asText().equals(id));
    }
  }

  /** As those who clean up temporary files do. */
  @Test
  void imagesWhoseFilesWereDeletedAreToldAndNoArchiveLooksWhole()
      throws IOException, InterruptedException {
    Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
    List<Path> before = folders(temporary);
    try (UpscaleServer own = UpscaleServer.start(OPTIONS)) {
      List<Path> made = new ArrayList<>(folders(temporary));
      made.removeAll(before);
      Client ours = new Client(own.address());
      ours.ended(ours.add("name=kept.png", TestPictures.of("png", 12, 8)));
      String id = ours.add("name=gone.png", TestPictures.of("png", 12, 8));
      ours.ended(id);
      String part = ours.add("name=part.png", TestPictures.of("png", 12, 8));
      ours.ended(part);
      for (Path each : made) {
        Files.deleteIfExists(each.resolve(id).resolve("result.png"));
        Files.deleteIfExists(each.resolve(part).resolve("source"));
        Files.deleteIfExists(each.resolve(part).resolve("bicubic.png"));
      }
      for (String path : List.of("bicubic.png", "save.jpg")) {
        assertEquals(410, ours.get("images/" + part + "/" + path).statusCode(), path);
      }
      for (String path : List.of("result.png", "save.png")) {
        assertEquals(200, ours.get("images/" + part + "/" + path).statusCode(), path);
      }
      for (String path : List.of("/result.png", "/save.jpg", "/save.png", ".zip")) {
        HttpResponse<byte[]> answer =
            ours.get(path.equals(".zip") ? "images.zip" : "images/" + id + path);
        assertEquals(410, answer.statusCode(), path);
        assertTrue(
            Client.error(answer).startsWith("gone.png is no longer there"), Client.error(answer));
      }
    }
  }

  @Test
  void pageIsCompleteAndLoadsNothingFromElsewhere() throws IOException, InterruptedException {
    for (String file : List.of("", "page.css", "page.js", "compare.js")) {
      HttpResponse<byte[]> answer = client.get(file);
      assertEquals(200, answer.statusCode(), file);
      String text = new String(answer.body(), StandardCharsets.UTF_8);
      assertFalse(text.contains("http://") || text.contains("https://"), file);
      String policy = answer.headers().firstValue("Content-Security-Policy").orElseThrow();
      assertTrue(policy.startsWith("default-src 'none'"), policy);
      Map.of(
              "Cross-Origin-Resource-Policy", "same-origin",
              "Cross-Origin-Opener-Policy", "same-origin",
              "Referrer-Policy", "no-referrer",
              "X-Content-Type-Options", "nosniff",
              "Cache-Control", "no-store")
          .forEach(
              (name, value) -> assertEquals(value, answer.headers().firstValue(name).orElse("")));
      assertTrue(answer.headers().firstValue("Access-Control-Allow-Origin").isEmpty());
    }
    assertEquals(404, client.get("other.js").statusCode());
    assertEquals(404, client.get("images/../page.java").statusCode());
  }

  @Test
  void nothingIsLeftBehind() throws IOException, InterruptedException {
    Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
    List<Path> before = folders(temporary);
    UpscaleServer own = UpscaleServer.start(OPTIONS);
    Client ours = new Client(own.address());
    ours.ended(ours.add("name=a.png", TestPictures.of("png", 12, 8)));
    ours.add("name=b.png", TestPictures.of("png", 300, 300));
    own.close();
    assertArrayEquals(before.toArray(), folders(temporary).toArray());
    assertThrows(IOException.class, () -> ours.get("images"));
  }

  private static List<Path> folders(Path in) throws IOException {
    try (var files = Files.list(in)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("butcherblock-serve-"))
          .sorted()
          .toList();
    }
  }

  @Test
  void takenPortIsTold() throws IOException {
    int port = server.address().getPort();
    List<Path> before = folders(Path.of(System.getProperty("java.io.tmpdir")));
    ButcherblockException e =
        assertThrows(
            ButcherblockException.class, () -> UpscaleServer.start(OPTIONS.withPort(port)));
    assertTrue(e.getMessage().startsWith("Cannot listen on port " + port), e.getMessage());
    assertEquals(before, folders(Path.of(System.getProperty("java.io.tmpdir"))));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 65_536})
  void portsHaveSixteenBits(int port) {
    ButcherblockException e =
        assertThrows(ButcherblockException.class, () -> OPTIONS.withPort(port));
    assertEquals("A port is a number from 0 to 65535, not " + port + ".", e.getMessage());
    assertEquals(65_535, OPTIONS.withPort(65_535).port());
  }

  @Test
  void aStartThatFailsDoesNotKeepThePort() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    String temporary = System.getProperty("java.io.tmpdir");
    System.setProperty("java.io.tmpdir", folder.resolve("missing").toString());
    try {
      ButcherblockException e =
          assertThrows(
              ButcherblockException.class, () -> UpscaleServer.start(OPTIONS.withPort(port)));
      assertTrue(e.getMessage().startsWith("Cannot write uploaded images"), e.getMessage());
    } finally {
      System.setProperty("java.io.tmpdir", temporary);
    }
    try (UpscaleServer second = UpscaleServer.start(OPTIONS.withPort(port))) {
      assertEquals(port, second.address().getPort());
    }
  }

  @Test
  void eachServerHasAnotherSecret() {
    try (UpscaleServer other = UpscaleServer.start(OPTIONS)) {
      URI address = other.address();
      assertTrue(address.getPath().matches("/[0-9a-f]{32}/"), address.toString());
      assertFalse(address.getPath().equals(server.address().getPath()));
    }
  }
}
