package io.butcherblock.distributed;

import java.time.Duration;
import org.bytedeco.pytorch.Store;

/**
 * The store as the thread that works sees it: names below the group's, and failures that say which
 * process was lost.
 */
final class WatchedStore {

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

  private final RankEnvironment environment;
  private final Store store;
  private final Heartbeat heartbeat;
  private final WatchedThread thread;

  /**
   * A view of the store.
   *
   * @param store a connection that no other thread uses
   */
  WatchedStore(RankEnvironment environment, Store store, Heartbeat heartbeat) {
    this.environment = environment;
    this.store = store;
    this.heartbeat = heartbeat;
    this.thread = new WatchedThread("store", heartbeat);
  }

  /** Adds to a counter, which is 0 at first, and returns what it is then. */
  long add(String counter, long summand) {
    return thread.call(() -> store.add(environment.below(counter), summand));
  }

  long count(String counter) {
    return add(counter, 0);
  }

  /** Waits until a counter is {@code count} at least, as long as no process is lost. */
  void await(String counter, long count) {
    while (count(counter) < count) {
      heartbeat.check();
      Pause.of(BETWEEN_LOOKS);
    }
  }

  /** Waits until all processes have called this with the same name; once for each name. */
  void awaitAll(String name) {
    add("meet/" + name, 1);
    await("meet/" + name, environment.size());
  }

  void setText(String key, String text) {
    thread.call(
        () -> {
          StoreString.set(store, environment.below(key), text);
          return key;
        });
  }

  /** A text that was left there already. */
  String text(String key) {
    return thread.call(() -> StoreString.get(store, environment.below(key)));
  }

  void delete(String key) {
    thread.call(() -> store.deleteKey(environment.below(key)));
  }

  /**
   * Asks nothing any more.
   *
   * @return whether the connection can be closed
   */
  boolean stop() {
    return thread.stop();
  }
}
