package io.butcherblock.distributed;

import org.bytedeco.pytorch.Store;

/**
 * The counters in the store by which processes show that they are alive: one for each rank, to
 * which it adds. Asks the store directly, so only the thread that owns the connection may call it.
 */
final class HeartbeatCounters {

  private static final String BROKEN = "broken";

  private final RankEnvironment environment;
  private final Store store;

  HeartbeatCounters(RankEnvironment environment, Store store) {
    this.environment = environment;
    this.store = store;
  }

  /** Adds 1 to the counter of a rank, and returns what it is then. */
  long increment(int rank) {
    return store.add(key(rank), 1);
  }

  /** The counter of a rank; 0 if it has not come yet. */
  long of(int rank) {
    return store.add(key(rank), 0);
  }

  /** Notes that a process has left, and is no longer expected to count. */
  void markAsLeft(int rank) {
    store.add(key(rank), PeerLiveness.LEFT);
  }

  /** Notes that a connection broke, so that some process is known to be gone. */
  void markConnectionBroken() {
    store.add(environment.key(BROKEN), 1);
  }

  boolean isConnectionBroken() {
    return store.add(environment.key(BROKEN), 0) > 0;
  }

  private String key(int rank) {
    return environment.key("beat/" + rank);
  }
}
