package io.butcherblock.distributed;

import java.time.Duration;
import java.util.function.Supplier;
import org.bytedeco.pytorch.Store;

/**
 * The store as the thread that works sees it: keys below the group's, and failures that say which
 * process was lost.
 */
final class WatchedStore {

  private static final Duration POLL_INTERVAL = Duration.ofMillis(20);

  private final RankEnvironment environment;
  private final Store store;
  private final FailureDetector failures;
  private final ConnectionFailures connection;
  private final WatchedThread thread;

  /**
   * A view of the store.
   *
   * @param store a connection that no other thread uses
   */
  WatchedStore(
      RankEnvironment environment,
      Store store,
      FailureDetector failures,
      ConnectionFailures connection) {
    this.environment = environment;
    this.store = store;
    this.failures = failures;
    this.connection = connection;
    this.thread = new WatchedThread("store", failures);
  }

  /** Adds to a counter, which is 0 at first, and returns what it is then. */
  long add(String counter, long summand) {
    return ask(() -> store.add(environment.key(counter), summand));
  }

  long count(String counter) {
    return add(counter, 0);
  }

  /** Waits until a counter is {@code count} at least, as long as no process is lost. */
  void await(String counter, long count) {
    while (count(counter) < count) {
      failures.check();
      Polling.sleep(POLL_INTERVAL);
    }
  }

  /** Waits until all processes have called this with the same name; once for each name. */
  void awaitAll(String name) {
    add("barrier/" + name, 1);
    await("barrier/" + name, environment.size());
  }

  void setText(String key, String text) {
    ask(
        () -> {
          StoreString.set(store, environment, key, text);
          return key;
        });
  }

  /** A text that was left there already. */
  String text(String key) {
    return ask(() -> StoreString.get(store, environment, key));
  }

  void delete(String key) {
    ask(() -> store.deleteKey(environment.key(key)));
  }

  private <T> T ask(Supplier<T> question) {
    return thread.call(() -> connection.explained(question));
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
