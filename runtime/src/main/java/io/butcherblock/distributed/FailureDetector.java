package io.butcherblock.distributed;

import io.butcherblock.error.ButcherblockException;
import java.time.Duration;

/**
 * What this process knows of failures in its group: the sentence that says which process is gone,
 * and when the store answered last. {@link Heartbeat} writes it, every wait for another process
 * reads it.
 */
final class FailureDetector {

  private static final Duration POLL_INTERVAL = Duration.ofMillis(100);

  private final RankEnvironment environment;
  private final HeartbeatCounters counters;
  private final StoreThread thread;
  private final Duration storeSilence;
  private volatile String failure;
  private volatile long lastAnswer = System.nanoTime();

  /**
   * Knows of no failure.
   *
   * @param storeSilence how long the store may give no answer
   */
  FailureDetector(
      RankEnvironment environment,
      HeartbeatCounters counters,
      StoreThread thread,
      Duration storeSilence) {
    this.environment = environment;
    this.counters = counters;
    this.thread = thread;
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

  /** Notes why the group ends. */
  void report(String sentence) {
    failure = sentence;
  }

  /** Whether a failure is known already; unlike {@link #allIsWell}, does not look at the clock. */
  boolean isReported() {
    return failure != null;
  }

  /** Throws what is known of a process that was lost. */
  void check() {
    if (!allIsWell()) {
      throw new ButcherblockException(failure);
    }
  }

  /** Whether no process is known to be lost. */
  boolean allIsWell() {
    if (failure == null && !storeAnsweredWithin(storeSilence)) {
      failure = environment.storeIsGone();
    }
    return failure == null;
  }

  /**
   * A connection to another process broke: waits until it is known which one is gone, and returns
   * that.
   */
  ButcherblockException explain(RuntimeException broken) {
    long end = System.nanoTime() + storeSilence.toNanos();
    try {
      thread.run(counters::markConnectionBroken);
    } catch (ButcherblockException e) {
      failure = failure == null ? e.getMessage() : failure;
    }
    while (allIsWell() && System.nanoTime() < end) {
      Polling.sleep(POLL_INTERVAL);
    }
    return new ButcherblockException(
        failure != null
            ? failure
            : "The connection between the processes broke, though all are there: "
                + broken.getMessage().lines().findFirst().orElse(""),
        broken);
  }
}
