package io.butcherblock.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class LoopbackTest {

  /** A JDK for which the loopback address is ::1. */
  @Test
  void theAddressLeadsToTheServerWhereVersion6IsPreferred()
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.net.preferIPv6Addresses=true",
                "-cp",
                System.getProperty("java.class.path"),
                LoopbackTest.class.getName())
            .redirectErrorStream(true)
            .start();
    String output =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    assertEquals(0, process.waitFor(), output);
    assertEquals("200", output.lines().reduce((first, last) -> last).orElse(""), output);
  }

  /** Starts a server, and prints the status of its page. */
  public static void main(String[] args) throws IOException, InterruptedException {
    try (UpscaleServer server = UpscaleServer.start(ServerOptions.DEFAULT)) {
      System.out.println(new Client(server.address()).get("").statusCode());
    }
  }
}
