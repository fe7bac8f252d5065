package io.butcherblock.distributed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.butcherblock.error.ButcherblockException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bytedeco.pytorch.Store;
import org.junit.jupiter.api.Test;

/** A program of somebody else's, which finds the port where processes meet. */
class StrangerTest {

  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  /** The kernel's table tells, not the addresses that happen to be tried. */
  @Test
  void theStoreOfOneMachineListensOnLoopbackAlone() throws Exception {
    assumeTrue(Files.isReadable(Path.of("/proc/self/net/tcp")), "Linux tells who listens");
    int port = freePort();
    try (Rendezvous rendezvous = Rendezvous.open(environment("127.0.0.1", port), TIMEOUT)) {
      assertEquals(Set.of("0100007F"), listening(port));
      rendezvous.connection().set("a", "b");
      for (InetAddress other : addresses()) {
        try (Socket socket = new Socket()) {
          assertThrows(
              ConnectException.class,
              () -> socket.connect(new InetSocketAddress(other, port), 2000),
              other.toString());
        }
      }
    }
    assertEquals(Set.of(), listening(port));
  }

  /** The name of a machine may lead to loopback on it, and elsewhere on other machines. */
  @Test
  void theStoreOfSeveralMachinesIsReachedFromAll() throws Exception {
    String name = InetAddress.getLocalHost().getHostName();
    assumeTrue(!name.equals("localhost"), "A machine with a name");
    int port = freePort();
    try (Rendezvous rendezvous = Rendezvous.open(environment(name, port), TIMEOUT)) {
      rendezvous.connection().set("a", "b");
      for (InetAddress other : addresses()) {
        try (Socket socket = new Socket()) {
          socket.connect(new InetSocketAddress(other, port), 2000);
          assertTrue(socket.isConnected());
        }
      }
    }
  }

  @Test
  void aPortInUseIsTold() throws Exception {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      RankEnvironment environment = environment("127.0.0.1", other.getLocalPort());
      assertEquals(
          ("Rank 0 cannot listen on port %s (it is in use): give another MASTER_PORT, or end the"
                  + " program that uses it.")
              .formatted(other.getLocalPort()),
          assertThrows(ButcherblockException.class, () -> Rendezvous.open(environment, TIMEOUT))
              .getMessage());
    }
  }

  @Test
  void wordsOfAStrangerAreNotSaid() throws Exception {
    RankEnvironment ours =
        environment("127.0.0.1", freePort()).with(new GroupSecret(GroupSecret.random()));
    try (Rendezvous rendezvous = Rendezvous.open(ours, TIMEOUT)) {
      Store store = rendezvous.connection();
      for (RankEnvironment stranger :
          List.of(ours.with(GroupSecret.NONE), ours.with(new GroupSecret("a guess")))) {
        StoreString.set(store, stranger, "reason", "Hello from a stranger.");
        store.add(stranger.key("failed"), 1);

        String seen = new FailureNotice(ours, store).read().orElseThrow();

        assertFalse(seen.contains("stranger."), seen);
        assertTrue(seen.contains("BUTCHERBLOCK_SECRET"), seen);
      }
      // As if no base64 at all.
      store.set(ours.key("reason"), "%%%");
      assertTrue(new FailureNotice(ours, store).read().orElseThrow().contains("store"));
    }
  }

  @Test
  void whatIsSignedForOnePlaceIsNotBelievedAtAnother() throws Exception {
    RankEnvironment ours = environment("127.0.0.1", freePort()).with(new GroupSecret("a phrase"));
    try (Rendezvous rendezvous = Rendezvous.open(ours, TIMEOUT)) {
      Store store = rendezvous.connection();
      StoreString.set(store, ours, "one", "größer");
      assertEquals("größer", StoreString.get(store, ours, "one"));

      store.set(ours.key("two"), store.get_to_str(ours.key("one")));

      assertThrows(ButcherblockException.class, () -> StoreString.get(store, ours, "two"));
    }
  }

  /** Without a secret every word is believed, but none does anything to a terminal. */
  @Test
  void sentencesHaveNoEscapeSequencesAndAnEnd() throws Exception {
    RankEnvironment ours = environment("127.0.0.1", freePort());
    try (Rendezvous rendezvous = Rendezvous.open(ours, TIMEOUT)) {
      Store store = rendezvous.connection();
      StoreString.set(store, ours, "reason", "\u001b[2Jred\n" + "x".repeat(100_000));
      store.add(ours.key("failed"), 1);

      Optional<String> seen = new FailureNotice(ours, store).read();

      assertTrue(seen.orElseThrow().startsWith("\\u001b[2Jred\\nxxx"), seen.get());
      assertEquals(1003, seen.get().length());
    }
  }

  @Test
  void aSecretIsNotPrinted() {
    RankEnvironment ours = environment("127.0.0.1", 1).with(new GroupSecret("hush"));

    assertFalse(ours.toString().contains("hush"), ours.toString());
  }

  private static Set<String> listening(int port) throws IOException {
    return List.of("/proc/self/net/tcp", "/proc/self/net/tcp6").stream()
        .map(Path::of)
        .filter(Files::isReadable)
        .flatMap(StrangerTest::lines)
        .map(line -> line.strip().split("\\s+", -1))
        .filter(line -> line[1].endsWith(":%04X".formatted(port)) && line[3].equals("0A"))
        .map(line -> line[1].replaceAll(":.*", ""))
        .collect(Collectors.toSet());
  }

  private static Stream<String> lines(Path table) {
    try {
      return Files.readAllLines(table).stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Of this machine, as others reach it; none where it has no network. */
  private static List<InetAddress> addresses() throws IOException {
    return NetworkInterface.networkInterfaces()
        .flatMap(NetworkInterface::inetAddresses)
        .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
        .toList();
  }

  private static RankEnvironment environment(String host, int port) {
    return new RankEnvironment(0, 2, 0, host, port, "test", false);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
