package io.butcherblock.distributed;

import io.butcherblock.error.ButcherblockException;
import java.time.Duration;
import org.bytedeco.pytorch.Store;

/** The place of this process in its group, from joining to leaving it. */
final class Membership {

  private static final Duration POLL_INTERVAL = Duration.ofMillis(50);

  private final RankEnvironment environment;
  private final StoreThread thread;
  private final SilenceLimits limits;
  private final HeartbeatCounters counters;
  private final WatchedPeers peers;
  private final FailureNotice notice;
  private final FailureDetector failures;
  private final ConnectionFailures connection;

  private Membership(
      RankEnvironment environment, Store store, StoreThread thread, SilenceLimits limits) {
    this.environment = environment;
    this.thread = thread;
    this.limits = limits;
    this.counters = new HeartbeatCounters(environment, store);
    this.peers = new WatchedPeers(environment, counters);
    this.notice = new FailureNotice(environment, store);
    this.failures = new FailureDetector(environment, limits.store());
    this.connection = new ConnectionFailures(failures, counters, thread, limits.store());
  }

  /**
   * Waits until all processes are there, then watches them.
   *
   * @param store a connection that {@code thread} alone uses
   * @throws ButcherblockException which are missing, or that another has the number of this one
   */
  static Membership join(
      RankEnvironment environment,
      Store store,
      StoreThread thread,
      Duration timeout,
      SilenceLimits limits) {
    Membership membership = new Membership(environment, store, thread, limits);
    HeartbeatCounters counters = membership.counters;
    if (thread.ask(() -> counters.increment(environment.rank())) > 1) {
      throw new ButcherblockException(
          "A process with RANK %s is at %s already: give each its own RANK, or another MASTER_PORT to this run."
              .formatted(environment.rank(), environment.address()));
    }
    Barrier.await(environment, rank -> thread.ask(() -> counters.of(rank)) > 0, timeout);
    new Heartbeat(
            environment,
            counters,
            membership.peers,
            membership.notice,
            membership.failures,
            limits.process())
        .start(thread);
    return membership;
  }

  /** What is known of failures in the group, for whoever waits for another process. */
  FailureDetector failures() {
    return failures;
  }

  /** Explains calls to other processes that failed. */
  ConnectionFailures connection() {
    return connection;
  }

  /** Tells the others that this process ends because of a failure of its own. */
  void fail(String why) {
    if (!failures.allIsWell()) {
      return;
    }
    try {
      thread.ask(() -> notice.post(environment.name(environment.rank()) + " failed: " + why));
    } catch (ButcherblockException e) {
      // Then the others learn that rank 0 is gone.
    }
  }

  /**
   * Tells all of a process that has ended, so that nobody waits until it has been silent for long.
   *
   * @param ended what that process was told
   * @param how it ended
   */
  static void reportEnd(RankEnvironment ended, Store store, String how) {
    new FailureNotice(ended, store)
        .post("%s was lost: it %s.".formatted(ended.name(ended.rank()), how));
    new HeartbeatCounters(ended, store).markAsLeft(ended.rank());
  }

  /**
   * Leaves the group; in the process that has the store, not before the others have left, for which
   * it waits a limited time.
   *
   * @return whether no process was lost
   */
  boolean leave() {
    if (!failures.storeAnsweredWithin(limits.process())) {
      // The store would not answer now.
      return false;
    }
    try {
      thread.run(() -> counters.markAsLeft(environment.rank()));
      long end = System.nanoTime() + limits.leaving().toNanos();
      while (environment.hostsStore()
          && !thread.ask(() -> peers.areGone(Heartbeat.TIMEOUT_WHEN_BROKEN))
          && System.nanoTime() < end) {
        Polling.sleep(POLL_INTERVAL);
      }
    } catch (ButcherblockException e) {
      // The store is gone, and there is nobody to tell.
      return false;
    }
    return failures.allIsWell();
  }

  /**
   * Ends the heartbeat.
   *
   * @return whether the store is asked nothing any more, so that it can be closed
   */
  boolean stop() {
    return thread.stop();
  }
}
