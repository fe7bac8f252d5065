package io.butcherblock.distributed;

import io.butcherblock.error.UserError;
import java.time.Duration;
import org.bytedeco.pytorch.Store;

/** A text that rank 0 leaves in the store for all. */
final class StoreText {

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

  private final RankEnvironment environment;
  private final Store store;
  private final Heartbeat heartbeat;
  private final String name;

  /**
   * A text.
   *
   * @param store a connection that no other thread uses
   * @param number tells it from other texts
   */
  StoreText(RankEnvironment environment, Store store, Heartbeat heartbeat, int number) {
    this.environment = environment;
    this.store = store;
    this.heartbeat = heartbeat;
    this.name = environment.storePrefix() + "/text/" + number;
  }

  /**
   * Leaves it, or waits for it.
   *
   * @param text in rank 0; ignored in the others
   */
  // The library throws plain runtime exceptions when the store is gone.
  @SuppressWarnings("CatchingUnchecked")
  String fromFirst(String text) {
    try {
      if (environment.rank() == 0) {
        leave(text);
        return text;
      }
      while (store.add(name + "/there", 0) == 0) {
        heartbeat.check();
        Pause.of(BETWEEN_LOOKS);
      }
      return fetch();
    } catch (UserError e) {
      throw e;
    } catch (RuntimeException e) {
      throw heartbeat.explain(e);
    }
  }

  private void leave(String text) {
    StoreString.set(store, name, text);
    store.add(name + "/there", 1);
  }

  private String fetch() {
    String text = StoreString.get(store, name);
    if (store.add(name + "/read", 1) == environment.size() - 1) {
      // By all: it may be long.
      store.deleteKey(name);
    }
    return text;
  }
}
