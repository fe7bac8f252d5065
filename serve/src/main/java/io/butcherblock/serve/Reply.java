package io.butcherblock.serve;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import io.butcherblock.files.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Answers to requests, each with the headers that keep other pages away. */
final class Reply {

  /** Nothing is loaded from elsewhere, no script runs that is not the page's file. */
  private static final String CONTENT_SECURITY_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:;"
          + " connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

  private static final long UNKNOWN = -1;

  private Reply() {}

  private static void head(HttpExchange exchange, int status, String type, long length)
      throws IOException {
    Headers headers = exchange.getResponseHeaders();
    headers.set("Content-Type", type);
    headers.set("Content-Security-Policy", CONTENT_SECURITY_POLICY);
    headers.set("Cross-Origin-Resource-Policy", "same-origin");
    headers.set("Cross-Origin-Opener-Policy", "same-origin");
    headers.set("Referrer-Policy", "no-referrer");
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Cache-Control", "no-store");
    boolean isHead = exchange.getRequestMethod().equals("HEAD");
    if (isHead && length > 0) {
      headers.set("Content-Length", Long.toString(length));
    }
    boolean empty = length == 0 || isHead;
    // The JDK's server takes -1 for an empty body, and 0 for one of unknown length.
    exchange.sendResponseHeaders(status, empty ? -1 : length == UNKNOWN ? 0 : length);
  }

  /** What can be done with what was asked for; before an answer of the status 405. */
  static void allowed(HttpExchange exchange, String methods) {
    exchange.getResponseHeaders().set("Allow", methods);
  }

  static void bytes(HttpExchange exchange, int status, String type, byte[] body)
      throws IOException {
    head(exchange, status, type, body.length);
    if (!exchange.getRequestMethod().equals("HEAD")) {
      exchange.getResponseBody().write(body);
    }
  }

  /** A body whose length is not known before; of a HEAD nothing of it is sent. */
  static OutputStream stream(HttpExchange exchange, String type) throws IOException {
    head(exchange, 200, type, UNKNOWN);
    return exchange.getRequestMethod().equals("HEAD")
        ? OutputStream.nullOutputStream()
        : exchange.getResponseBody();
  }

  static void text(HttpExchange exchange, int status, String sentence) throws IOException {
    bytes(
        exchange,
        status,
        "text/plain; charset=utf-8",
        (sentence + "\n").getBytes(StandardCharsets.UTF_8));
  }

  static void json(HttpExchange exchange, int status, Object value) throws IOException {
    bytes(exchange, status, "application/json", Json.line(value).getBytes(StandardCharsets.UTF_8));
  }

  /** A failure that the page shows as it is. */
  static void failure(HttpExchange exchange, int status, String sentence) throws IOException {
    json(exchange, status, Map.of("error", sentence));
  }

  static void file(HttpExchange exchange, String type, Path file) throws IOException {
    head(exchange, 200, type, Files.size(file));
    if (!exchange.getRequestMethod().equals("HEAD")) {
      Files.copy(file, exchange.getResponseBody());
    }
  }
}
