package io.butcherblock.distributed;

import io.butcherblock.error.ButcherblockException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Locale;

/** {@code MASTER_ADDR} and {@code MASTER_PORT}, where the store is to be. */
final class MasterAddress {

  private static final Duration POLL_INTERVAL = Duration.ofMillis(200);

  /** A round trip; this is for a machine that is very busy. */
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(20);

  /** A cluster may learn a machine's name only after it has started. */
  private static final Duration NAME_TIMEOUT = Duration.ofSeconds(60);

  private MasterAddress() {}

  /**
   * Waits until something answers there: c10d's own wait fills the screen.
   *
   * @param timeout how long another process may take to start; the one that has the store itself
   *     waits for a minute at most
   * @return this machine's address on the way there, where the others can reach it
   * @throws ButcherblockException if nothing answers
   */
  static InetAddress await(RankEnvironment environment, Duration timeout) {
    boolean waitsForItself = environment.hostsStore() && timeout.compareTo(NAME_TIMEOUT) > 0;
    return reach(environment, waitsForItself ? NAME_TIMEOUT : timeout);
  }

  private static InetAddress reach(RankEnvironment environment, Duration timeout) {
    long began = System.nanoTime();
    long end = began + timeout.toNanos();
    while (true) {
      try (Socket socket = new Socket()) {
        socket.connect(
            new InetSocketAddress(InetAddress.getByName(environment.host()), environment.port()),
            (int) CONNECT_TIMEOUT.toMillis());
        return socket.getLocalAddress();
      } catch (UnknownHostException e) {
        if (System.nanoTime() > Math.min(end, began + NAME_TIMEOUT.toNanos())) {
          throw new ButcherblockException(
              "MASTER_ADDR is %s, which is no machine that this one knows."
                  .formatted(environment.host()),
              e);
        }
        Polling.sleep(POLL_INTERVAL);
      } catch (IOException e) {
        if (System.nanoTime() > end) {
          throw new ButcherblockException(unreached(environment, timeout, e.getMessage()), e);
        }
        Polling.sleep(POLL_INTERVAL);
      }
    }
  }

  private static String unreached(RankEnvironment environment, Duration timeout, String why) {
    String form =
        environment.hostsStore()
            ? "Rank 0 listens here, but does not reach itself at %s after %d s (%s): MASTER_ADDR"
                + " must lead to this machine."
            : "Rank 0 cannot be reached at %s after %d s (%s): check MASTER_ADDR and MASTER_PORT,"
                + " and that rank 0 runs.";
    return String.format(Locale.ROOT, form, environment.address(), timeout.toSeconds(), why);
  }
}
