package io.butcherblock.distributed;

import io.butcherblock.device.NativeLibraries;
import io.butcherblock.error.ButcherblockException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bytedeco.pytorch.PrefixStore;
import org.bytedeco.pytorch.Store;
import org.bytedeco.pytorch.global.torch;

/** The store where the processes of a group meet: c10d's {@code TCPStore}, which rank 0 opens. */
final class Rendezvous implements AutoCloseable {

  /**
   * Stores with a native owner, which frees them; the bindings do not know, and would free them
   * once more when they are no longer reachable here.
   */
  private static final List<Store> NATIVELY_OWNED = new ArrayList<>();

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
   * @param timeout how long another process may take to start
   * @throws ButcherblockException if the port is in use, or nobody answers there; the port is then
   *     not kept
   */
  static Rendezvous open(RankEnvironment environment, Duration timeout) {
    NativeLibraries.select();
    // LibTorch then heeds TORCH_CPP_LOG_LEVEL, as it does under Python.
    torch.initLogging();
    Optional<Store> server =
        environment.hostsStore()
            ? Optional.of(StoreConnection.listen(environment))
            : Optional.empty();
    try {
      Rendezvous rendezvous =
          new Rendezvous(environment, MasterAddress.await(environment, timeout));
      server.ifPresent(rendezvous.stores::add);
      return rendezvous;
    } catch (RuntimeException e) {
      server.ifPresent(Store::close);
      throw e;
    }
  }

  /**
   * Reaches the store from outside the group, if it is there.
   *
   * @throws ButcherblockException if it is not
   */
  static Rendezvous ofOutsider(RankEnvironment environment) {
    NativeLibraries.select();
    return new Rendezvous(environment, MasterAddress.await(environment, Duration.ZERO));
  }

  /** This machine's address as the others see it. */
  String localAddress() {
    return local.getHostAddress();
  }

  /** A connection to the store, whose calls wait for no other's; ours to close. */
  Store connection() {
    Store connection = StoreConnection.connect(environment);
    stores.add(connection);
    return connection;
  }

  /** The store with keys below {@code prefix}, for one native object to own. */
  Store nativelyOwned(String prefix) {
    Store connection = StoreConnection.connect(environment);
    Store below = new PrefixStore(prefix, connection).retainReference();
    synchronized (NATIVELY_OWNED) {
      NATIVELY_OWNED.add(connection);
      NATIVELY_OWNED.add(below);
    }
    return below;
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
