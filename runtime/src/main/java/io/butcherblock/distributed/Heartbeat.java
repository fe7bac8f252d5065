package io.butcherblock.distributed;

import java.time.Duration;
import java.util.Optional;

/**
 * Tells each process within seconds that another one is gone, and which: adds to this process's
 * counter in the store every second, and watches those of others.
 *
 * <p>The store itself ends with rank 0. Where rank 0 can no longer be reached, a question to the
 * store gets no answer for long; so only a thread of its own asks.
 */
final class Heartbeat {

  /** The shorter silence once a connection broke, which shows that some process is gone. */
  static final Duration TIMEOUT_WHEN_BROKEN = Duration.ofSeconds(5);

  private static final Duration INTERVAL = Duration.ofSeconds(1);

  private final RankEnvironment environment;
  private final HeartbeatCounters counters;
  private final WatchedPeers peers;
  private final FailureNotice notice;
  private final FailureDetector failures;
  private final Duration silence;

  /**
   * A heartbeat that {@link #start} begins.
   *
   * @param failures told of what is found
   * @param silence after which a process is given up
   */
  Heartbeat(
      RankEnvironment environment,
      HeartbeatCounters counters,
      WatchedPeers peers,
      FailureNotice notice,
      FailureDetector failures,
      Duration silence) {
    this.environment = environment;
    this.counters = counters;
    this.peers = peers;
    this.notice = notice;
    this.failures = failures;
    this.silence = silence;
  }

  /** Beats on {@code thread}, which owns the connection to the store, until it is stopped. */
  void start(StoreThread thread) {
    failures.storeAnswered();
    thread.repeat(this::beat, INTERVAL);
  }

  // LibTorch throws plain runtime exceptions when the store is gone.
  @SuppressWarnings("CatchingUnchecked")
  private void beat() {
    if (failures.isReported()) {
      return;
    }
    try {
      counters.increment(environment.rank());
      Optional<String> sentence = notice.read();
      if (sentence.isPresent()) {
        failures.report(sentence.get());
        return;
      }
      watch(counters.isConnectionBroken() ? TIMEOUT_WHEN_BROKEN : silence);
      failures.storeAnswered();
    } catch (RuntimeException e) {
      failures.report(environment.storeIsGone());
    }
  }

  private void watch(Duration timeout) {
    for (int rank : peers.silentFor(timeout)) {
      failures.report(
          notice.post(
              "%s was lost: nothing was heard of it for %s s."
                  .formatted(environment.name(rank), timeout.toSeconds())));
    }
  }
}
