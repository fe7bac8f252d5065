package io.butcherblock.documentation;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Serves the files of a folder on this machine: the checker of pages reads style sheets by HTTP.
 */
final class FolderServer implements AutoCloseable {

  private final HttpServer server;
  private final Path folder;

  FolderServer(Path folder) throws IOException {
    this.folder = folder;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  /** The address of a file. */
  String address(String file) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + file;
  }

  private void answer(HttpExchange exchange) throws IOException {
    Path file = folder.resolve(exchange.getRequestURI().getPath().substring(1));
    boolean there = Files.isRegularFile(file);
    byte[] bytes = there ? Files.readAllBytes(file) : new byte[0];
    String type = Files.probeContentType(file);
    exchange.getResponseHeaders().set("Content-Type", type == null ? "text/plain" : type);
    exchange.sendResponseHeaders(there ? 200 : 404, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
