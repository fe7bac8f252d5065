package io.butcherblock.serve;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/** The page and its files, which all come with the program. */
final class PageHandler implements HttpHandler {

  private record PageFile(String name, String type) {}

  private static final Map<String, PageFile> FILES =
      Map.of(
          "", new PageFile("page.html", "text/html; charset=utf-8"),
          "page.css", new PageFile("page.css", "text/css; charset=utf-8"),
          "page.js", new PageFile("page.js", "text/javascript; charset=utf-8"),
          "compare.js", new PageFile("compare.js", "text/javascript; charset=utf-8"));

  private final String root;

  PageHandler(String root) {
    this.root = root;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    PageFile file = FILES.get(exchange.getRequestURI().getPath().substring(root.length()));
    String method = exchange.getRequestMethod();
    if (file == null) {
      Reply.text(exchange, 404, "There is no such page.");
    } else if (!method.equals("GET") && !method.equals("HEAD")) {
      Reply.allowed(exchange, "GET, HEAD");
      Reply.text(exchange, 405, "A page can only be read.");
    } else {
      try (InputStream content = PageHandler.class.getResourceAsStream(file.name())) {
        Reply.bytes(exchange, 200, file.type(), content.readAllBytes());
      }
    }
  }
}
