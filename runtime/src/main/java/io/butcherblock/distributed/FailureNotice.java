package io.butcherblock.distributed;

import java.util.Optional;
import org.bytedeco.pytorch.Store;

/** The sentence in the store that says why a group ends: the first that anybody leaves. */
final class FailureNotice {

  private static final String COUNT = "failed";
  private static final String SENTENCE = "reason";

  private final RankEnvironment environment;
  private final Store store;

  FailureNotice(RankEnvironment environment, Store store) {
    this.environment = environment;
    this.store = store;
  }

  /** Leaves a sentence for all, unless another was first; returns the one that stands. */
  String leave(String sentence) {
    if (store.add(environment.below(COUNT), 1) == 1) {
      StoreString.set(store, environment.below(SENTENCE), sentence);
    }
    return read();
  }

  /** What somebody has left. */
  Optional<String> look() {
    return store.add(environment.below(COUNT), 0) > 0 ? Optional.of(read()) : Optional.empty();
  }

  private String read() {
    return StoreString.get(store, environment.below(SENTENCE));
  }
}
