package io.butcherblock.distributed;

import io.butcherblock.error.ButcherblockException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What this process knows of failures in its group: the sentence that says which process is gone,
 * and when the store answered last. {@link Heartbeat} and whoever else learns of a failure report
 * it; every wait for another process asks.
 */
final class FailureDetector {

  private final RankEnvironment environment;
  private final Duration storeSilence;
  private final AtomicReference<String> reported = new AtomicReference<>();
  private volatile long lastAnswer = System.nanoTime();

  /**
   * Knows of no failure.
   *
   * @param storeSilence how long the store may give no answer
   */
  FailureDetector(RankEnvironment environment, Duration storeSilence) {
    this.environment = environment;
    this.storeSilence = storeSilence;
  }

  /** Notes that the store has just answered. */
  void storeAnswered() {
    lastAnswer = System.nanoTime();
  }

  /** Whether the store has answered within the last {@code time}. */
  boolean storeAnsweredWithin(Duration time) {
    return System.nanoTime() - lastAnswer <= time.toNanos();
  }

  /** Notes why the group ends, for good; of several reasons the first. */
  void report(String sentence) {
    reported.compareAndSet(null, sentence);
  }

  /** Whether a failure is reported already; unlike {@link #known}, does not look at the clock. */
  boolean isReported() {
    return reported.get() != null;
  }

  /** Why the group ends: what is reported, or that the store has been silent for too long. */
  Optional<String> known() {
    Optional<String> sentence = Optional.ofNullable(reported.get());
    return sentence.isPresent() || storeAnsweredWithin(storeSilence)
        ? sentence
        : Optional.of(environment.storeIsGone());
  }

  /** Whether no process is known to be lost. */
  boolean allIsWell() {
    return known().isEmpty();
  }

  /**
   * Throws what is known of a process that was lost, and reports it: who is told so leaves calls
   * alone that wait for it, so the group does not recover even if the store answers again.
   */
  void check() {
    Optional<String> sentence = known();
    if (sentence.isPresent()) {
      report(sentence.get());
      throw new ButcherblockException(sentence.get());
    }
  }
}
