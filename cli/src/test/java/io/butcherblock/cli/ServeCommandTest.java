package io.butcherblock.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.image.ImageFiles;
import io.butcherblock.synthetic.SyntheticImages;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServeCommandTest {

  private static final Pattern ADDRESS =
      Pattern.compile("Open (http://127\\.0\\.0\\.1:\\d+/\\S+) ");

  private static final int PATIENCE_SECONDS = 60;

  @TempDir private Path folder;

  @Test
  void servesAtTheAddressItPrintsUntilItIsEnded() throws IOException, InterruptedException {
    PipedWriter pipe = new PipedWriter();
    StringWriter err = new StringWriter();
    AtomicInteger code = new AtomicInteger(-1);
    try (BufferedReader out = new BufferedReader(new PipedReader(pipe))) {
      Thread command =
          new Thread(
              () ->
                  code.set(
                      Main.run(
                          new PrintWriter(pipe),
                          new PrintWriter(err),
                          "serve",
                          "--device",
                          "cpu",
                          "--precision",
                          "auto")));
      command.start();
      Matcher line = ADDRESS.matcher(out.readLine());
      assertTrue(line.find());
      HttpClient client = HttpClient.newHttpClient();
      HttpRequest page = HttpRequest.newBuilder(URI.create(line.group(1))).build();
      HttpResponse<String> answer = client.send(page, HttpResponse.BodyHandlers.ofString());
      assertTrue(answer.body().contains("<h1>Enlarge photographs</h1>"), answer.body());
      tellsThePrecisionOf(URI.create(line.group(1)), client, err);
      command.interrupt();
      command.join();
      assertEquals(0, code.get(), err.toString());
      assertThrows(
          ConnectException.class, () -> client.send(page, HttpResponse.BodyHandlers.ofString()));
    }
  }

  private void tellsThePrecisionOf(URI address, HttpClient client, StringWriter err)
      throws IOException, InterruptedException {
    Path picture = folder.resolve("a.png");
    ImageFiles.write(SyntheticImages.generate(1, 12, 8), picture);
    HttpRequest upload =
        HttpRequest.newBuilder(address.resolve("images?name=a.png"))
            .header("Origin", "http://" + address.getAuthority())
            .POST(HttpRequest.BodyPublishers.ofFile(picture))
            .build();
    assertEquals(201, client.send(upload, HttpResponse.BodyHandlers.ofString()).statusCode());
    for (int i = 0; i < PATIENCE_SECONDS * 10 && err.toString().isEmpty(); i++) {
      Thread.sleep(100);
    }
    assertTrue(err.toString().startsWith("Precision "), err.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"--port 65536", "--port -1", "--largest-file 0"})
  void wrongNumbersAreToldInASentence(String option) {
    String[] parts = option.split(" ", -1);
    CommandLineRun run = CommandLineRun.of("serve", parts[0], parts[1]);
    assertFalse(run.code() == 0);
    assertTrue(run.err().contains(parts[1]), run.err());
    assertFalse(run.err().contains("Exception"), run.err());
  }
}
