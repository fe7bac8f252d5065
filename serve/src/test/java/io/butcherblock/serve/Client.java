package io.butcherblock.serve;

import com.fasterxml.jackson.databind.JsonNode;
import io.butcherblock.files.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Asks a server as its page does. */
final class Client {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final long POLL_MILLIS = 50;

  private final HttpClient client = HttpClient.newHttpClient();
  private final URI address;

  Client(URI address) {
    this.address = address;
  }

  String origin() {
    return "http://" + address.getAuthority();
  }

  HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(address.resolve(path)));
  }

  HttpResponse<byte[]> post(String path, byte[] body) throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(address.resolve(path))
            .header("Origin", origin())
            .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
  }

  /** Without a length before, in chunks. */
  HttpResponse<byte[]> postInPieces(String path, byte[] body)
      throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(address.resolve(path))
            .version(HttpClient.Version.HTTP_1_1)
            .header("Origin", origin())
            .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))));
  }

  HttpResponse<byte[]> head(String path) throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(address.resolve(path))
            .method("HEAD", HttpRequest.BodyPublishers.noBody()));
  }

  HttpResponse<byte[]> put(String path) throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(address.resolve(path))
            .header("Origin", origin())
            .PUT(HttpRequest.BodyPublishers.noBody()));
  }

  HttpResponse<byte[]> delete(String path) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(address.resolve(path)).header("Origin", origin()).DELETE());
  }

  HttpResponse<byte[]> send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  /** Uploads, and gives the identifier. */
  String add(String parameters, byte[] file) throws IOException, InterruptedException {
    HttpResponse<byte[]> answer = post("images?" + parameters, file);
    if (answer.statusCode() != 201) {
      throw new AssertionError(new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8));
    }
    return Json.MAPPER.readTree(answer.body()).get("id").asText();
  }

  JsonNode images() throws IOException, InterruptedException {
    return Json.MAPPER.readTree(get("images").body()).get("images");
  }

  /** Waits until an image is done or failed. */
  JsonNode ended(String id) throws IOException, InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end) {
      for (JsonNode image : images()) {
        String state = image.get("state").asText();
        if (image.get("id").asText().equals(id)
            && (state.equals("done") || state.equals("failed"))) {
          return image;
        }
      }
      Thread.sleep(POLL_MILLIS);
    }
    throw new AssertionError("The image " + id + " does not end.");
  }

  static String error(HttpResponse<byte[]> answer) throws IOException {
    return Json.MAPPER.readTree(answer.body()).get("error").asText();
  }
}
