package io.butcherblock.serve;

import com.sun.net.httpserver.Filter;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Lets through what this server's own page asks for, and nothing else. A page of another origin
 * that runs in the same browser can send requests here too; so can, by a name of its own that it
 * lets point to the loopback address (DNS rebinding), and other users of this machine.
 */
final class RequestCheck extends Filter {

  private static final Set<String> NAMES = Set.of("127.0.0.1", "localhost", "[::1]");

  private static final Set<String> UNCHANGING = Set.of("GET", "HEAD", "OPTIONS");

  /** Which browsers leave out. */
  private static final int PORT_OF_HTTP = 80;

  private final Set<String> hosts;
  private final String root;

  /**
   * A check of a server.
   *
   * @param root the path with the secret that all requests begin with, such as {@code /abc/}
   */
  RequestCheck(int port, String root) {
    this.hosts =
        NAMES.stream()
            .flatMap(
                name ->
                    port == PORT_OF_HTTP
                        ? Stream.of(name, name + ":" + port)
                        : Stream.of(name + ":" + port))
            .collect(Collectors.toUnmodifiableSet());
    this.root = root;
  }

  @Override
  public void doFilter(HttpExchange exchange, Chain chain) throws IOException {
    // The server's threads have to be free for other requests, whatever one of them does.
    try (exchange) {
      Headers headers = exchange.getRequestHeaders();
      List<String> host = headers.getOrDefault("Host", List.of());
      if (host.size() != 1 || !hosts.contains(host.get(0))) {
        Reply.text(exchange, 403, "This server answers to 127.0.0.1 and localhost only.");
      } else if (changes(exchange) && !exchange.getRequestHeaders().containsKey("Origin")) {
        Reply.text(
            exchange,
            403,
            "A request that changes something has to name its origin, as browsers do: Origin:"
                + " http://"
                + host.get(0));
      } else if (!isSameOrigin(exchange, host.get(0))) {
        Reply.text(exchange, 403, "Pages of other origins may not use this server.");
      } else if (!exchange.getRequestURI().getPath().startsWith(root)) {
        Reply.text(exchange, 404, "Open the address that the program printed when it started.");
      } else {
        chain.doFilter(exchange);
      }
    }
  }

  private static boolean changes(HttpExchange exchange) {
    return !UNCHANGING.contains(exchange.getRequestMethod());
  }

  /** Of a request that names no origin, too, which those of the page itself do where they read. */
  private static boolean isSameOrigin(HttpExchange exchange, String host) {
    return exchange.getRequestHeaders().getOrDefault("Origin", List.of("http://" + host)).stream()
        .allMatch(("http://" + host)::equals);
  }

  @Override
  public String description() {
    return "host, origin and secret";
  }
}
