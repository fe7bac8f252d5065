package io.butcherblock.distributed;

import io.butcherblock.error.UserError;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bytedeco.pytorch.Store;

/**
 * Tells each process within seconds that another one is gone, and which. Each adds to its counter
 * in the store every second; rank 0 watches the counters of all, and the others that of rank 0. Who
 * ends because of a failure of its own says so in the store.
 *
 * <p>The store itself ends with rank 0. Where rank 0 can no longer be reached, a question to the
 * store gets no answer for a quarter of an hour; so only a thread of its own asks.
 */
final class Heartbeat {

  private static final Duration INTERVAL = Duration.ofSeconds(1);

  /** Silence after which a process is given up; a machine that is very busy may be slow. */
  private static final Duration SILENCE = Duration.ofSeconds(20);

  /** The same once a connection broke, so that somebody is known to be gone. */
  private static final Duration SILENCE_WHEN_BROKEN = Duration.ofSeconds(5);

  /** The same for the store, which is asked for all of this. */
  private static final Duration SILENCE_OF_STORE = SILENCE.multipliedBy(2);

  private static final Duration LONGEST_LEAVE = Duration.ofSeconds(60);

  private static final String BROKEN = "broken";

  private final RankEnvironment environment;
  private final Store store;
  private final LastWords lastWords;
  private final Map<Integer, Pulse> watched = new TreeMap<>();
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(Heartbeat::daemon);
  private volatile String lost;
  private volatile long answered = System.nanoTime();

  /**
   * That of a process that {@link #join} then lets the others know.
   *
   * @param store a connection that nothing else uses
   */
  Heartbeat(RankEnvironment environment, Store store) {
    this.environment = environment;
    this.store = store;
    this.lastWords = new LastWords(environment, store);
    IntStream.range(0, environment.size())
        .filter(rank -> rank != environment.rank() && (environment.rank() == 0 || rank == 0))
        .forEach(rank -> watched.put(rank, new Pulse()));
  }

  private static Thread daemon(Runnable work) {
    Thread started = new Thread(work, "heartbeat");
    started.setDaemon(true);
    return started;
  }

  private String beat(int rank) {
    return environment.below("beat/" + rank);
  }

  /** Asks the store, on the thread that may wait for it in vain. */
  private <T> T ask(Callable<T> question) {
    try {
      return thread.submit(question).get(SILENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException | RejectedExecutionException e) {
      lost = lost == null ? environment.storeIsGone() : lost;
      throw new UserError(lost, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Waiting for the other processes was interrupted.", e);
    }
  }

  /**
   * Waits until all processes are there, then watches them.
   *
   * @throws UserError which are missing, or that another has the number of this one
   */
  void join(Duration patience) {
    if (ask(() -> store.add(beat(environment.rank()), 1)) > 1) {
      throw new UserError(
          "A process with RANK %d is at %s already: give each its own RANK, or another MASTER_PORT to this run."
              .formatted(environment.rank(), environment.address()));
    }
    long end = System.nanoTime() + patience.toNanos();
    List<Integer> missing = IntStream.range(0, environment.size()).boxed().toList();
    while (true) {
      missing = stillMissing(missing);
      if (missing.isEmpty()) {
        break;
      }
      if (System.nanoTime() > end) {
        throw new UserError(
            "Of %d processes, rank %s did not come to %s within %d s: start as many as WORLD_SIZE says."
                .formatted(
                    environment.size(),
                    list(missing),
                    environment.address(),
                    patience.toSeconds()));
      }
      Pause.of(Duration.ofMillis(100));
    }
    answered = System.nanoTime();
    // Nothing is thrown there that has to be asked for.
    Future<?> unused =
        thread.scheduleWithFixedDelay(this::beat, 0, INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
  }

  private List<Integer> stillMissing(List<Integer> ranks) {
    try {
      return ask(() -> ranks.stream().filter(rank -> store.add(beat(rank), 0) == 0).toList());
    } catch (UserError e) {
      throw new UserError("%s Rank %s had not come yet.".formatted(e.getMessage(), list(ranks)), e);
    }
  }

  private static String list(List<Integer> ranks) {
    return ranks.stream().map(String::valueOf).collect(Collectors.joining(", "));
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
    for (Map.Entry<Integer, Pulse> other : watched.entrySet()) {
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
    new LastWords(ended, store)
        .leave("%s was lost: it %s.".formatted(ended.name(ended.rank()), how));
    store.add(ended.below("beat/" + ended.rank()), Pulse.LEFT);
  }

  /** Throws what is known of a process that was lost. */
  void check() {
    if (!allIsWell()) {
      throw new UserError(lost);
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
  UserError explain(RuntimeException broken) {
    long end = System.nanoTime() + SILENCE_OF_STORE.toNanos();
    try {
      ask(() -> store.add(environment.below(BROKEN), 1));
    } catch (UserError e) {
      return e;
    }
    while (allIsWell() && System.nanoTime() < end) {
      Pause.of(Duration.ofMillis(100));
    }
    return new UserError(
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
      ask(() -> lastWords.leave(environment.name(environment.rank()) + " failed: " + why));
    } catch (UserError e) {
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
      ask(() -> store.add(beat(environment.rank()), Pulse.LEFT));
      long end = System.nanoTime() + LONGEST_LEAVE.toNanos();
      while (environment.hostsStore() && !ask(this::othersAreGone) && System.nanoTime() < end) {
        Pause.of(Duration.ofMillis(50));
      }
    } catch (UserError e) {
      // The store is gone, and there is nobody to tell.
    }
    return allIsWell();
  }

  private boolean othersAreGone() {
    boolean all = true;
    for (Map.Entry<Integer, Pulse> other : watched.entrySet()) {
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
    return WatchedThread.stop(thread);
  }
}
