package io.butcherblock.distributed;

import io.butcherblock.error.ButcherblockException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.javacpp.chrono.Milliseconds;
import org.bytedeco.pytorch.TCPStore;
import org.bytedeco.pytorch.TCPStoreOptions;

/** Makes c10d's {@code TCPStore}s: the one that listens, and connections to it. */
final class StoreConnection {

  /** An answer of the store takes a round trip; this is for a machine that is very busy. */
  private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(20);

  /** For a whole connection, which c10d tries to make several times. */
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(40);

  private StoreConnection() {}

  /**
   * Opens the store in this process.
   *
   * @throws ButcherblockException if the port is in use
   */
  static TCPStore listen(RankEnvironment environment) {
    try {
      // By no name that might lead elsewhere; it listens on all addresses of this machine.
      return open(InetAddress.getLoopbackAddress().getHostAddress(), environment.port(), true);
    } catch (RuntimeException e) {
      throw new ButcherblockException(
          "Rank 0 cannot listen on port %d (%s): give another MASTER_PORT, or end the program that uses it."
              .formatted(environment.port(), reason(e)),
          e);
    }
  }

  private static String reason(RuntimeException e) {
    return e.getMessage().contains("EADDRINUSE")
        ? "it is in use"
        : e.getMessage().lines().findFirst().orElse("");
  }

  /**
   * Connects to the store, which is known to listen.
   *
   * @throws ButcherblockException if what answers there is something else
   */
  static TCPStore connect(RankEnvironment environment) {
    ExecutorService thread =
        Executors.newSingleThreadExecutor(work -> WatchedThread.daemon(work, "connecting"));
    try {
      return thread
          .submit(() -> open(environment.host(), environment.port(), false))
          .get(CONNECT_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw noStore(environment, e.getCause().getMessage().lines().findFirst().orElse(""), e);
    } catch (TimeoutException e) {
      // Something that waits for more to be said.
      throw noStore(environment, "no answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Waiting for the store was interrupted.", e);
    } finally {
      thread.shutdown();
    }
  }

  private static ButcherblockException noStore(
      RankEnvironment environment, String why, Exception e) {
    return new ButcherblockException(
        environment.storeIsGiven()
            ? "The store of torchrun at %s does not understand this program (%s): let torchrun use its rendezvous backend c10d, or take that of a newer PyTorch."
                .formatted(environment.address(), why)
            : "What answers at %s is no store of this program (%s): give another MASTER_PORT."
                .formatted(environment.address(), why),
        e);
  }

  private static TCPStore open(String host, int port, boolean listens) {
    try (PointerScope scope = new PointerScope()) {
      TCPStoreOptions options =
          new TCPStoreOptions()
              .port((short) port)
              .isServer(listens)
              .waitWorkers(false)
              .timeout(new Milliseconds(ANSWER_TIMEOUT.toMillis()));
      return new TCPStore(host, options).retainReference();
    }
  }
}
