package io.butcherblock.distributed;

import io.butcherblock.error.ButcherblockException;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.javacpp.chrono.Milliseconds;
import org.bytedeco.pytorch.IntOptional;
import org.bytedeco.pytorch.TCPStore;
import org.bytedeco.pytorch.TCPStoreOptions;

/** Makes c10d's {@code TCPStore}s: the one that listens, and connections to it. */
final class StoreConnection {

  /** An answer of the store takes a round trip; this is for a machine that is very busy. */
  private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(20);

  /** For a whole connection, which c10d tries to make several times. */
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(40);

  /**
   * What leads to its own machine on every machine, so that nobody elsewhere is to reach the store.
   * The name of a machine may lead to such an address there, and to another for the others.
   */
  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "::1");

  private StoreConnection() {}

  /**
   * Opens the store in this process.
   *
   * @throws ButcherblockException if the port is in use
   */
  static TCPStore listen(RankEnvironment environment) {
    try {
      InetAddress local = loopback(environment.host());
      OptionalInt socket =
          LOOPBACK.contains(environment.host())
              ? LoopbackSocket.listen(local, environment.port())
              : OptionalInt.empty();
      return open(local.getHostAddress(), environment.port(), true, socket);
    } catch (IOException | RuntimeException e) {
      throw new ButcherblockException(
          "Rank 0 cannot listen on port %s (%s): give another MASTER_PORT, or end the program that uses it."
              .formatted(environment.port(), reason(e)),
          e);
    }
  }

  /** The way to this process itself, by no name that might lead elsewhere. */
  private static InetAddress loopback(String host) throws UnknownHostException {
    return LOOPBACK.contains(host) ? InetAddress.getByName(host) : InetAddress.getLoopbackAddress();
  }

  private static String reason(Exception e) {
    return e instanceof BindException || e.getMessage().contains("EADDRINUSE")
        ? "it is in use"
        : e.getMessage().lines().findFirst().orElse("");
  }

  /**
   * Connects to the store, which is known to listen.
   *
   * @throws ButcherblockException if what answers there is something else
   */
  static TCPStore connect(RankEnvironment environment) {
    ExecutorService thread = Executors.newSingleThreadExecutor(DaemonThreads.named("connecting"));
    try {
      return thread
          .submit(() -> open(environment.host(), environment.port(), false, OptionalInt.empty()))
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

  private static TCPStore open(String host, int port, boolean listens, OptionalInt socket) {
    try (PointerScope scope = new PointerScope()) {
      TCPStoreOptions options =
          new TCPStoreOptions()
              .port((short) port)
              .isServer(listens)
              .waitWorkers(false)
              .timeout(new Milliseconds(ANSWER_TIMEOUT.toMillis()));
      if (socket.isPresent()) {
        options.masterListenFd(new IntOptional(socket.getAsInt()));
      }
      return new TCPStore(host, options).retainReference();
    }
  }
}
