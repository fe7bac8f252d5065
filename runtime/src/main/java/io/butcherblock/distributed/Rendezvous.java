package io.butcherblock.distributed;

import io.butcherblock.device.NativeLibraries;
import io.butcherblock.error.ButcherblockException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.javacpp.chrono.Milliseconds;
import org.bytedeco.pytorch.PrefixStore;
import org.bytedeco.pytorch.Store;
import org.bytedeco.pytorch.TCPStore;
import org.bytedeco.pytorch.TCPStoreOptions;
import org.bytedeco.pytorch.global.torch;

/** The store where the processes of a group meet: c10d's {@code TCPStore}, which rank 0 opens. */
final class Rendezvous implements AutoCloseable {

  private static final Duration RETRY = Duration.ofMillis(200);

  /** An answer of the store takes a round trip; this is for a machine that is very busy. */
  private static final Duration ANSWER = Duration.ofSeconds(20);

  /** The same for making a connection, of which the library makes several attempts. */
  private static final Duration LONGEST_ANSWER = Duration.ofSeconds(40);

  /** A cluster may learn a machine's name only after it has started. */
  private static final Duration UNKNOWN = Duration.ofSeconds(60);

  /**
   * What is handed to a native owner, which frees it; the bindings do not know, and would free it
   * once more when it is no longer reachable here.
   */
  private static final List<Store> HANDED_ON = new ArrayList<>();

  private final RankEnvironment environment;
  private final InetAddress local;
  private final List<Store> stores = new ArrayList<>();

  private Rendezvous(RankEnvironment environment, InetAddress local) {
    this.environment = environment;
    this.local = local;
  }

  /**
   * Opens the store in rank 0 and reaches it from the others.
   *
   * @param patience how long another process may take to start
   * @throws ButcherblockException if the port is in use, or nobody answers there
   */
  static Rendezvous open(RankEnvironment environment, Duration patience) {
    NativeLibraries.select();
    // The library then heeds TORCH_CPP_LOG_LEVEL, as it does under Python.
    torch.initLogging();
    TCPStore server = environment.hostsStore() ? server(environment) : null;
    boolean waitsForItself = server != null && patience.compareTo(UNKNOWN) > 0;
    Rendezvous rendezvous =
        new Rendezvous(environment, reach(environment, waitsForItself ? UNKNOWN : patience));
    if (server != null) {
      rendezvous.stores.add(server);
    }
    return rendezvous;
  }

  /**
   * Reaches the store from outside the group, if it is there.
   *
   * @throws ButcherblockException if it is not
   */
  static Rendezvous visit(RankEnvironment environment) {
    NativeLibraries.select();
    return new Rendezvous(environment, reach(environment, Duration.ZERO));
  }

  private static TCPStore server(RankEnvironment environment) {
    try {
      // By no name that might lead elsewhere; it listens on all addresses of this machine.
      return connect(InetAddress.getLoopbackAddress().getHostAddress(), environment.port(), true);
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
   * Waits until somebody answers where the store is to be: the library's own wait fills the screen.
   *
   * @return this machine's address on the way to the store, where the others can reach it
   */
  private static InetAddress reach(RankEnvironment environment, Duration patience) {
    long began = System.nanoTime();
    long end = began + patience.toNanos();
    while (true) {
      try (Socket socket = new Socket()) {
        socket.connect(
            new InetSocketAddress(InetAddress.getByName(environment.host()), environment.port()),
            (int) ANSWER.toMillis());
        return socket.getLocalAddress();
      } catch (UnknownHostException e) {
        if (System.nanoTime() > Math.min(end, began + UNKNOWN.toNanos())) {
          throw new ButcherblockException(
              "MASTER_ADDR is %s, which is no machine that this one knows."
                  .formatted(environment.host()),
              e);
        }
        Pause.of(RETRY);
      } catch (IOException e) {
        if (System.nanoTime() > end) {
          throw new ButcherblockException(unreached(environment, patience, e.getMessage()), e);
        }
        Pause.of(RETRY);
      }
    }
  }

  private static String unreached(RankEnvironment environment, Duration patience, String why) {
    String form =
        environment.hostsStore()
            ? "Rank 0 listens here, but does not reach itself at %s after %d s (%s): MASTER_ADDR"
                + " must lead to this machine."
            : "Rank 0 cannot be reached at %s after %d s (%s): check MASTER_ADDR and MASTER_PORT,"
                + " and that rank 0 runs.";
    return form.formatted(environment.address(), patience.toSeconds(), why);
  }

  /** This machine's address as the others see it. */
  String localAddress() {
    return local.getHostAddress();
  }

  /** A connection to the store, whose calls wait for no other's; ours to close. */
  Store connection() {
    Store connection = connection(environment);
    stores.add(connection);
    return connection;
  }

  /** The store with names below {@code prefix}, for a native object to own: to be used once. */
  Store handOn(String prefix) {
    Store connection = connection(environment);
    Store below = new PrefixStore(prefix, connection).retainReference();
    synchronized (HANDED_ON) {
      HANDED_ON.add(connection);
      HANDED_ON.add(below);
    }
    return below;
  }

  private static Store connection(RankEnvironment environment) {
    ExecutorService thread =
        Executors.newSingleThreadExecutor(work -> WatchedThread.daemon(work, "connecting"));
    try {
      return thread
          .submit(() -> connect(environment.host(), environment.port(), false))
          .get(LONGEST_ANSWER.toMillis(), TimeUnit.MILLISECONDS);
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

  private static TCPStore connect(String host, int port, boolean server) {
    try (PointerScope scope = new PointerScope()) {
      TCPStoreOptions options =
          new TCPStoreOptions()
              .port((short) port)
              .isServer(server)
              .waitWorkers(false)
              .timeout(new Milliseconds(ANSWER.toMillis()));
      return new TCPStore(host, options).retainReference();
    }
  }

  @Override
  public void close() {
    // The server last: it was first.
    for (int i = stores.size() - 1; i >= 0; i--) {
      stores.get(i).close();
    }
    stores.clear();
  }
}
