package io.butcherblock.serve;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.butcherblock.error.ButcherblockException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Takes images in and gives enlarged ones out. Below the secret path:
 *
 * <ul>
 *   <li>{@code GET images}: all images and how far they have come, and the largest file that is
 *       taken, as JSON;
 *   <li>{@code POST images?name=N&model=M&size=S}: adds the file that is the request's body;
 *   <li>{@code GET images/ID/result.png}, {@code bicubic.png}: the enlarged image, and the one of
 *       the bicubic kernel;
 *   <li>{@code GET images/ID/save.FORMAT}: the enlarged image as png, jpg, webp or tif, to be
 *       saved;
 *   <li>{@code GET images.zip}: all enlarged images;
 *   <li>{@code DELETE images/ID}: forgets an image.
 * </ul>
 */
final class ImagesHandler implements HttpHandler {

  private static final String UPLOAD = "images";
  private static final String ALL = "images.zip";
  private static final String READ = "GET, HEAD";

  /** Of a file that is refused, as a multiple of the largest that is taken. */
  private static final int MOST_READ = 4;

  private final String root;
  private final ServerOptions options;
  private final JobStore store;
  private final JobWorker worker;
  private final SavedImages saved;

  ImagesHandler(String root, ServerOptions options, JobStore store, JobWorker worker) {
    this.root = root;
    this.options = options;
    this.store = store;
    this.worker = worker;
    this.saved = new SavedImages(store);
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try {
      answer(exchange, exchange.getRequestURI().getPath().substring(root.length()));
    } catch (ButcherblockException e) {
      readToEnd(exchange.getRequestBody());
      Reply.failure(exchange, RefusedException.status(e), e.getMessage());
    }
  }

  /** A client that is still sending would not read the answer; one that never ends does not. */
  private void readToEnd(InputStream body) throws IOException {
    byte[] buffer = new byte[1 << 16];
    long left = MOST_READ * options.largestUpload();
    for (int n = 0; n >= 0 && left >= 0; n = body.read(buffer)) {
      left -= n;
    }
  }

  private void answer(HttpExchange exchange, String path) throws IOException {
    String method = exchange.getRequestMethod();
    boolean reads = method.equals("GET") || method.equals("HEAD");
    String[] parts = path.split("/", -1);
    if (path.equals(UPLOAD)) {
      if (reads) {
        Reply.json(
            exchange, 200, JobJson.all(store.all()).put("largestUpload", options.largestUpload()));
      } else if (method.equals("POST")) {
        add(exchange);
      } else {
        notAllowed(exchange, READ + ", POST");
      }
    } else if (path.equals(ALL)) {
      if (reads) {
        saved.all(exchange);
      } else {
        notAllowed(exchange, READ);
      }
    } else if (parts[0].equals(UPLOAD) && (parts.length == 2 || parts.length == 3)) {
      Optional<Job> job = store.find(parts[1]);
      if (job.isEmpty()) {
        Reply.failure(exchange, 404, "There is no such image; it may have been removed.");
      } else if (parts.length == 3 && reads) {
        saved.one(exchange, job.get(), parts[2]);
      } else if (parts.length == 2 && method.equals("DELETE")) {
        store.remove(job.get());
        Reply.json(exchange, 200, Map.of("removed", job.get().id()));
      } else {
        notAllowed(exchange, parts.length == 2 ? "DELETE" : READ);
      }
    } else {
      Reply.failure(exchange, 404, "There is nothing under this address.");
    }
  }

  private static void notAllowed(HttpExchange exchange, String allowed) throws IOException {
    Reply.allowed(exchange, allowed);
    Reply.failure(exchange, 405, "That cannot be done with an image.");
  }

  private void add(HttpExchange exchange) throws IOException {
    long most = options.largestUpload();
    List<String> length = exchange.getRequestHeaders().getOrDefault("Content-Length", List.of());
    if (length.size() == 1 && length.get(0).matches("\\d{1,18}")) {
      long claimed = Long.parseLong(length.get(0));
      if (claimed == 0) {
        throw JobStore.empty();
      }
      if (claimed > options.largestUpload()) {
        throw store.tooLarge();
      }
      most = claimed;
    }
    Job job =
        store.add(
            JobRequest.of(Query.of(exchange.getRequestURI())), exchange.getRequestBody(), most);
    worker.add(job);
    Reply.json(exchange, 201, Map.of("id", job.id()));
  }
}
