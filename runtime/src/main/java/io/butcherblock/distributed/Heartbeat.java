package io.butcherblock.distributed;

import io.butcherblock.error.ButcherblockException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.bytedeco.pytorch.Store;

/**
 * Tells each process within seconds that another one is gone, and which. Each adds to its counter
 * in the store every second; rank 0 watches the counters of all, and the others that of rank 0. Who
 * ends because of a failure of its own says so in the store.
 *
 * <p>The store itself ends with rank 0. Where rank 0 can no longer be reached, a question to the
 * store gets no answer for long; so only a thread of its own asks.
 */
final class Heartbeat {

  private static final Duration INTERVAL = Duration.ofSeconds(1);

  /** Silence after which a process is given up; a machine that is very busy may be slow. */
  static final Duration SILENCE = Duration.ofSeconds(20);

  /** The same once a connection broke, so that somebody is known to be gone. */
  private static final Duration SILENCE_WHEN_BROKEN = Duration.ofSeconds(5);

  /** The same for the store: longer, so that a process is named where one can be. */
  private static final Duration SILENCE_OF_STORE = Duration.ofSeconds(30);

  private static final Duration LONGEST_LEAVE = Duration.ofSeconds(60);

  private static final String BROKEN = "broken";

  private final RankEnvironment environment;
  private final Store store;
  private final FailureNotice lastWords;
  private final Map<Integer, PeerLiveness> watched = new TreeMap<>();
  private final StoreThread thread;
  private volatile String lost;
  private volatile long answered = System.nanoTime();

  /**
   * That of a process that {@link #join} then lets the others know.
   *
   * @param store a connection that {@code thread} alone uses
   */
  Heartbeat(RankEnvironment environment, Store store, StoreThread thread) {
    this.environment = environment;
    this.store = store;
    this.thread = thread;
    this.lastWords = new FailureNotice(environment, store);
    IntStream.range(0, environment.size())
        .filter(rank -> rank != environment.rank() && (environment.rank() == 0 || rank == 0))
        .forEach(rank -> watched.put(rank, new PeerLiveness()));
  }

  private String beat(int rank) {
    return environment.below("beat/" + rank);
  }

  /**
   * Waits until all processes are there, then watches them.
   *
   * @throws ButcherblockException which are missing, or that another has the number of this one
   */
  void join(Duration patience) {
    if (thread.ask(() -> store.add(beat(environment.rank()), 1)) > 1) {
      throw new ButcherblockException(
          "A process with RANK %d is at %s already: give each its own RANK, or another MASTER_PORT to this run."
              .formatted(environment.rank(), environment.address()));
    }
    Barrier.await(environment, rank -> thread.ask(() -> store.add(beat(rank), 0)) > 0, patience);
    answered = System.nanoTime();
    thread.repeat(this::beat, INTERVAL);
  }

  // The library throws plain runtime exceptions when the store is gone.
  @SuppressWarnings("CatchingUnchecked")
  private void beat() {
    if (lost != null) {
      return;
    }
    try {
      store.add(beat(environment.rank()), 1);
      Optional<String> words = lastWords.look();
      if (words.isPresent()) {
        lost = words.get();
        return;
      }
      look(store.add(environment.below(BROKEN), 0) > 0 ? SILENCE_WHEN_BROKEN : SILENCE);
      answered = System.nanoTime();
    } catch (RuntimeException e) {
      lost = environment.storeIsGone();
    }
  }

  private void look(Duration limit) {
    for (Map.Entry<Integer, PeerLiveness> other : watched.entrySet()) {
      other.getValue().seen(store.add(beat(other.getKey()), 0));
      if (other.getValue().isSilentFor(limit)) {
        lost =
            lastWords.leave(
                "%s was lost: nothing was heard of it for %d s."
                    .formatted(environment.name(other.getKey()), limit.toSeconds()));
      }
    }
  }

  /**
   * Tells all of a process that has ended, so that nobody waits for signs of life from it.
   *
   * @param how it ended
   */
  static void tellOfEnd(RankEnvironment ended, Store store, String how) {
    new FailureNotice(ended, store)
        .leave("%s was lost: it %s.".formatted(ended.name(ended.rank()), how));
    store.add(ended.below("beat/" + ended.rank()), PeerLiveness.LEFT);
  }

  /** Throws what is known of a process that was lost. */
  void check() {
    if (!allIsWell()) {
      throw new ButcherblockException(lost);
    }
  }

  /** Whether no process is known to be lost. */
  boolean allIsWell() {
    if (lost == null && System.nanoTime() - answered > SILENCE_OF_STORE.toNanos()) {
      lost = environment.storeIsGone();
    }
    return lost == null;
  }

  /**
   * A connection to another process broke: waits until it is known which one is gone, and returns
   * that.
   */
  ButcherblockException explain(RuntimeException broken) {
    long end = System.nanoTime() + SILENCE_OF_STORE.toNanos();
    try {
      thread.ask(() -> store.add(environment.below(BROKEN), 1));
    } catch (ButcherblockException e) {
      lost = lost == null ? e.getMessage() : lost;
    }
    while (allIsWell() && System.nanoTime() < end) {
      Pause.of(Duration.ofMillis(100));
    }
    return new ButcherblockException(
        lost != null
            ? lost
            : "The connection between the processes broke, though all are there: "
                + broken.getMessage().lines().findFirst().orElse(""),
        broken);
  }

  /** This process ends because of a failure of its own. */
  void fail(String why) {
    if (!allIsWell()) {
      return;
    }
    try {
      thread.ask(() -> lastWords.leave(environment.name(environment.rank()) + " failed: " + why));
    } catch (ButcherblockException e) {
      // Then the others learn that rank 0 is gone.
    }
  }

  /**
   * Leaves the group; in the process that has the store, not before the others have left.
   *
   * @return whether no process was lost
   */
  boolean leave() {
    if (System.nanoTime() - answered > SILENCE.toNanos()) {
      // The store would not answer now.
      return false;
    }
    try {
      thread.ask(() -> store.add(beat(environment.rank()), PeerLiveness.LEFT));
      long end = System.nanoTime() + LONGEST_LEAVE.toNanos();
      while (environment.hostsStore()
          && !thread.ask(this::othersAreGone)
          && System.nanoTime() < end) {
        Pause.of(Duration.ofMillis(50));
      }
    } catch (ButcherblockException e) {
      // The store is gone, and there is nobody to tell.
      return false;
    }
    return allIsWell();
  }

  private boolean othersAreGone() {
    boolean all = true;
    for (Map.Entry<Integer, PeerLiveness> other : watched.entrySet()) {
      other.getValue().seen(store.add(beat(other.getKey()), 0));
      all &= other.getValue().hasLeft() || other.getValue().isSilentFor(SILENCE_WHEN_BROKEN);
    }
    return all;
  }

  /**
   * Stops beating.
   *
   * @return whether the store is asked nothing any more, so that it can be closed
   */
  boolean stop() {
    return thread.stop();
  }
}
