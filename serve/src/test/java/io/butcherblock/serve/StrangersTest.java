package io.butcherblock.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.butcherblock.InferenceOptions;
import io.butcherblock.device.DeviceChoice;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that no page of the server's own sends, byte by byte. */
class StrangersTest {

  private static final int CONNECT_MILLIS = 2000;
  private static final int READ_MILLIS = 20_000;

  private static UpscaleServer server;

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

  /**
   * The status of the answer to a request.
   *
   * @param head in which HOST and SECRET are put in, lines separated by |
   */
  private static int status(String head) throws IOException {
    String text = text(head) + "\r\nConnection: close\r\n\r\n";
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.address().getPort())) {
      socket.setSoTimeout(READ_MILLIS);
      socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
      String answer =
          new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
      assertTrue(answer.startsWith("HTTP/1.1 "), answer);
      return Integer.parseInt(answer.substring(9, 12));
    }
  }

  private static String text(String head) {
    return head.replace("HOST", "127.0.0.1:" + server.address().getPort())
        .replace("SECRET", server.address().getPath())
        .replace("|", "\r\n");
  }

  @ParameterizedTest
  @CsvSource({
    "GET SECRET HTTP/1.1|Host: HOST, 200",
    "GET SECRETimages HTTP/1.1|Host: HOST, 200",
    // A name of the stranger's own that points here.
    "GET SECRETimages HTTP/1.1|Host: example.com, 403",
    "GET SECRETimages HTTP/1.1|Host: 127.0.0.1, 403",
    "GET SECRETimages HTTP/1.1|X: y, 403",
    "GET SECRETimages HTTP/1.1|Host: HOST|Host: example.com, 403",
    // A page of another origin.
    "GET SECRETimages HTTP/1.1|Host: HOST|Origin: http://example.com, 403",
    "GET SECRETimages HTTP/1.1|Host: HOST|Origin: null, 403",
    "POST SECRETimages HTTP/1.1|Host: HOST|Origin: http://example.com|Content-Length: 0, 403",
    "POST SECRETimages HTTP/1.1|Host: HOST|Content-Length: 0, 403",
    "OPTIONS SECRETimages HTTP/1.1|Host: HOST|Origin: http://example.com, 403",
    "DELETE SECRETimages/1 HTTP/1.1|Host: HOST, 403",
    // Somebody who does not know the secret.
    "GET / HTTP/1.1|Host: HOST, 404",
    "GET /images HTTP/1.1|Host: HOST, 404",
    "GET /00000000000000000000000000000000/images HTTP/1.1|Host: HOST, 404",
    "GET SECRETimages?name=%zz HTTP/1.1|Host: HOST, 400",
    // Methods and paths that there are not.
    "PUT SECRETpage.js HTTP/1.1|Host: HOST|Origin: http://HOST|Content-Length: 0, 405",
    "GET SECRET../../../etc/passwd HTTP/1.1|Host: HOST, 404",
    "GET SECRETimages/../../x/result.png HTTP/1.1|Host: HOST, 404",
    "GET SECRETimages/%2e%2e/result.png HTTP/1.1|Host: HOST, 404",
    "HEAD SECRETimages HTTP/1.1|Host: HOST, 200",
    "PUT SECRETimages HTTP/1.1|Host: HOST|Origin: http://HOST|Content-Length: 0, 405",
    "POST SECRETimages.zip HTTP/1.1|Host: HOST|Origin: http://HOST|Content-Length: 0, 405",
    "OPTIONS SECRETimages HTTP/1.1|Host: HOST, 405",
    "OPTIONS SECRET HTTP/1.1|Host: HOST, 405"
  })
  void requestsAreAnsweredBy(String head, int status) throws IOException {
    assertEquals(status, status(head));
  }

  @Test
  void answersStillWhenConnectionsAreHeldOpen() throws IOException {
    List<Socket> held = new java.util.ArrayList<>();
    try {
      for (int i = 0; i < 20; i++) {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.address().getPort());
        // A connection alone needs no thread of the server.
        held.add(socket);
      }
      assertEquals(200, status("GET SECRETimages HTTP/1.1|Host: HOST"));
    } finally {
      for (Socket socket : held) {
        socket.close();
      }
    }
  }

  /** Whoever can connect can do that, without the secret too. */
  @ParameterizedTest
  @ValueSource(strings = {"POST SECRETimages", "POST /other", "GET SECRETpage.css"})
  void answersStillWhenRequestsAreHeldInTheMiddle(String request) throws IOException {
    List<Socket> held = new java.util.ArrayList<>();
    String head = request + " HTTP/1.1|Host: HOST|Origin: http://HOST|Content-Length: 9999||";
    try {
      for (int i = 0; i < 20; i++) {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.address().getPort());
        held.add(socket);
        socket.getOutputStream().write(text(head).getBytes(StandardCharsets.ISO_8859_1));
      }
      assertEquals(200, status("GET SECRETimages HTTP/1.1|Host: HOST"));
    } finally {
      for (Socket socket : held) {
        socket.close();
      }
    }
  }

  @Test
  void otherAddressesOfThisMachineAreNotListenedOn() throws IOException {
    List<InetAddress> others =
        NetworkInterface.networkInterfaces()
            .flatMap(NetworkInterface::inetAddresses)
            .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
            .toList();
    assumeTrue(!others.isEmpty(), "This machine has no address but loopback.");
    for (InetAddress address : others) {
      try (Socket socket = new Socket()) {
        assertThrows(
            ConnectException.class,
            () ->
                socket.connect(
                    new InetSocketAddress(address, server.address().getPort()), CONNECT_MILLIS),
            address.toString());
      }
    }
  }
}
