package io.butcherblock.distributed;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * A socket that listens on this machine's loopback address alone. c10d's own store listens on all
 * addresses; but it takes over a socket by the number of its file handle, which Linux tells.
 */
final class LoopbackSocket {

  /** Their handles belong to stores: Java must not close them, nor may the collector. */
  private static final List<ServerSocketChannel> GIVEN_AWAY = new ArrayList<>();

  private static final Path HANDLES = Path.of("/proc/self/fd");

  /** Fields of a line of the table of sockets. */
  private static final int LOCAL_ADDRESS = 1;

  private static final int STATE = 3;
  private static final int INODE = 9;
  private static final String LISTENS = "0A";

  private LoopbackSocket() {}

  /**
   * Listens.
   *
   * @param address a loopback address
   * @param port 1 to 65535
   * @return the number of the file handle, for native code to own; empty where the system does not
   *     tell it, and then nothing listens
   * @throws IOException if the port is in use
   */
  static OptionalInt listen(InetAddress address, int port) throws IOException {
    if (!Files.isDirectory(HANDLES)) {
      return OptionalInt.empty();
    }
    ServerSocketChannel channel =
        ServerSocketChannel.open(
            address instanceof Inet6Address
                ? StandardProtocolFamily.INET6
                : StandardProtocolFamily.INET);
    try {
      channel.bind(new InetSocketAddress(address, port));
      OptionalInt handle = handle(port);
      if (handle.isPresent()) {
        synchronized (GIVEN_AWAY) {
          GIVEN_AWAY.add(channel);
        }
        return handle;
      }
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
    channel.close();
    return OptionalInt.empty();
  }

  private static OptionalInt handle(int port) throws IOException {
    List<Path> handles;
    try (Stream<Path> all = Files.list(HANDLES)) {
      handles = all.toList();
    }
    List<String> ours = sockets(port);
    for (Path handle : handles) {
      if (ours.contains(target(handle))) {
        return OptionalInt.of(Integer.parseInt(handle.getFileName().toString()));
      }
    }
    return OptionalInt.empty();
  }

  /** What the handles of those who listen on the port look like, those of other processes too. */
  private static List<String> sockets(int port) throws IOException {
    String end = String.format(Locale.ROOT, ":%04X", port);
    List<String> found = new ArrayList<>();
    for (String table : List.of("/proc/self/net/tcp", "/proc/self/net/tcp6")) {
      if (Files.isReadable(Path.of(table))) {
        Files.readAllLines(Path.of(table)).stream()
            .map(line -> line.strip().split("\\s+", -1))
            .filter(line -> line[LOCAL_ADDRESS].endsWith(end) && line[STATE].equals(LISTENS))
            .map(line -> "socket:[" + line[INODE] + "]")
            .forEach(found::add);
      }
    }
    return found;
  }

  /** Nothing for a handle that was closed meanwhile, as that of the listing. */
  private static String target(Path handle) {
    try {
      return Files.readSymbolicLink(handle).toString();
    } catch (IOException e) {
      return "";
    }
  }
}
