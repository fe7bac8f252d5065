package io.butcherblock.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestCheckTest {

  /** Browsers leave the port of HTTP out, of the host and of the origin. */
  @ParameterizedTest
  @CsvSource({
    "80, 127.0.0.1, 200",
    "80, localhost, 200",
    "80, 127.0.0.1:80, 200",
    "80, 127.0.0.1:8080, 403",
    "80, example.com, 403",
    "8080, 127.0.0.1:8080, 200",
    "8080, 127.0.0.1, 403",
    "8080, 127.0.0.1:80, 403"
  })
  void hostsAreThoseOfThePort(int port, String host, int status) throws IOException {
    // Not at that port, which may be taken, or be the system's own.
    InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    HttpServer server = HttpServer.create(any, 0);
    server
        .createContext("/", exchange -> Reply.text(exchange, 200, "Welcome."))
        .getFilters()
        .add(new RequestCheck(port, "/secret/"));
    server.start();
    try {
      String head = "POST /secret/ HTTP/1.1|Host: HOST|Origin: http://HOST|Content-Length: 0";
      String request = head.replace("HOST", host) + "|Connection: close||";
      assertEquals(status, status(server.getAddress(), request.replace("|", "\r\n")));
    } finally {
      server.stop(0);
    }
  }

  private static int status(InetSocketAddress address, String request) throws IOException {
    try (Socket socket = new Socket(address.getAddress(), address.getPort())) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      String answer =
          new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
      return Integer.parseInt(answer.substring("HTTP/1.1 ".length(), "HTTP/1.1 200".length()));
    }
  }
}
