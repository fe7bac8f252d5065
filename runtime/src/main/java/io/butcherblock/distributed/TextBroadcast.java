package io.butcherblock.distributed;

/** A text of rank 0, which all get from the store. */
final class TextBroadcast {

  private final RankEnvironment environment;
  private final WatchedStore store;
  private final String name;

  /**
   * A text that is about to be sent.
   *
   * @param number tells it from other texts
   */
  TextBroadcast(RankEnvironment environment, WatchedStore store, int number) {
    this.environment = environment;
    this.store = store;
    this.name = "text/" + number;
  }

  /**
   * Sends it in rank 0, or waits for it in the others.
   *
   * @param text in rank 0; ignored in the others
   */
  String send(String text) {
    if (environment.rank() == 0) {
      store.setText(name, text);
      store.add(name + "/there", 1);
      return text;
    }
    store.await(name + "/there", 1);
    return fetch();
  }

  private String fetch() {
    String text = store.text(name);
    if (store.add(name + "/read", 1) == environment.size() - 1) {
      // By all: it may be long.
      store.delete(name);
    }
    return text;
  }
}
