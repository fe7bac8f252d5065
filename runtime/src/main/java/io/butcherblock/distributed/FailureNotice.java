package io.butcherblock.distributed;

import java.util.Optional;
import org.bytedeco.pytorch.Store;

/** The sentence in the store that says why a group ends: the first that any process posts. */
final class FailureNotice {

  private static final String COUNT = "failed";
  private static final String SENTENCE = "reason";

  private final RankEnvironment environment;
  private final Store store;

  FailureNotice(RankEnvironment environment, Store store) {
    this.environment = environment;
    this.store = store;
  }

  /** Posts a sentence for all, unless another was first; returns the one that stands. */
  String post(String sentence) {
    if (store.add(environment.key(COUNT), 1) == 1) {
      StoreString.set(store, environment.key(SENTENCE), sentence);
    }
    return sentence();
  }

  /** The sentence that some process has posted; empty if none has failed. */
  Optional<String> read() {
    return store.add(environment.key(COUNT), 0) > 0 ? Optional.of(sentence()) : Optional.empty();
  }

  private String sentence() {
    return StoreString.get(store, environment.key(SENTENCE));
  }
}
