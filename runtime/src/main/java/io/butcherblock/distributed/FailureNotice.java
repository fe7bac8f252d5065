package io.butcherblock.distributed;

import io.butcherblock.error.ButcherblockException;
import io.butcherblock.error.PlainText;
import java.util.Optional;
import org.bytedeco.pytorch.Store;

/**
 * The sentence in the store that says why a group ends: the first that any process posts. What
 * somebody else has posted ends the group too, but not with words of theirs.
 */
final class FailureNotice {

  private static final String COUNT = "failed";
  private static final String SENTENCE = "reason";

  /** More than any sentence of ours; a store without a secret may hold anything. */
  private static final int LONGEST = 1000;

  private final RankEnvironment environment;
  private final Store store;

  FailureNotice(RankEnvironment environment, Store store) {
    this.environment = environment;
    this.store = store;
  }

  /** Posts a sentence for all, unless another was first; returns the one that stands. */
  String post(String sentence) {
    if (store.add(environment.key(COUNT), 1) == 1) {
      StoreString.set(store, environment, SENTENCE, sentence);
    }
    return sentence();
  }

  /** The sentence that some process has posted; empty if none has failed. */
  Optional<String> read() {
    return store.add(environment.key(COUNT), 0) > 0 ? Optional.of(sentence()) : Optional.empty();
  }

  private String sentence() {
    String text;
    try {
      text = PlainText.of(StoreString.get(store, environment, SENTENCE));
    } catch (ButcherblockException e) {
      return e.getMessage();
    }
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
  }
}
