package io.butcherblock.distributed;

import io.butcherblock.error.UserError;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bytedeco.pytorch.Store;

/**
 * Tells each process within seconds that another one is gone, and which. Each adds to its counter
 * in the store every second; rank 0 watches the counters of all, and the others that of rank 0. Who
 * ends because of a failure of its own says so in the store.
 *
 * <p>The store itself ends with rank 0.
 */
final class Heartbeat {

  private static final Duration INTERVAL = Duration.ofSeconds(1);

  /** Silence after which a process is given up; a machine that is very busy may be slow. */
  private static final Duration SILENCE = Duration.ofSeconds(20);

  /** The same once a connection broke, so that somebody is known to be gone. */
  private static final Duration SILENCE_WHEN_BROKEN = Duration.ofSeconds(5);

  private static final Duration LONGEST_LEAVE = Duration.ofSeconds(60);

  private static final String FAILED = "failed";
  private static final String REASON = "reason";
  private static final String BROKEN = "broken";

  private final RankEnvironment environment;
  private final Store store;
  private final Map<Integer, Pulse> watched = new TreeMap<>();
  private final Thread thread = new Thread(this::run, "heartbeat");
  private volatile String lost;
  private volatile long answered = System.nanoTime();
  private volatile boolean leaving;

  /** Begins to beat on a connection of its own. */
  Heartbeat(RankEnvironment environment, Store store) {
    this.environment = environment;
    this.store = store;
    if (store.add(beat(environment.rank()), 1) > 1) {
      throw new UserError(
          "A process with RANK %d is at %s already: give each its own RANK, or another MASTER_PORT to this run."
              .formatted(environment.rank(), environment.address()));
    }
    IntStream.range(0, environment.size())
        .filter(rank -> rank != environment.rank() && (environment.rank() == 0 || rank == 0))
        .forEach(rank -> watched.put(rank, new Pulse()));
    thread.setDaemon(true);
  }

  private String beat(int rank) {
    return beat(environment, rank);
  }

  private static String beat(RankEnvironment environment, int rank) {
    return environment.below("beat/" + rank);
  }

  /**
   * Waits until all processes are there, then watches them.
   *
   * @throws UserError which are missing
   */
  // The library throws plain runtime exceptions when the store is gone.
  @SuppressWarnings("CatchingUnchecked")
  void awaitAll(Duration patience) {
    long end = System.nanoTime() + patience.toNanos();
    List<Integer> missing = IntStream.range(0, environment.size()).boxed().toList();
    try {
      for (missing = missing(missing); !missing.isEmpty(); missing = missing(missing)) {
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
      look();
    } catch (UserError e) {
      throw e;
    } catch (RuntimeException e) {
      String known = missing.isEmpty() ? "" : " Rank " + list(missing) + " had not come yet.";
      throw new UserError(storeIsGone() + known, e);
    }
    thread.start();
  }

  private static String list(List<Integer> ranks) {
    return ranks.stream().map(String::valueOf).collect(Collectors.joining(", "));
  }

  private List<Integer> missing(List<Integer> ranks) {
    return ranks.stream().filter(rank -> store.add(beat(rank), 0) == 0).toList();
  }

  // The library throws plain runtime exceptions when the store is gone.
  @SuppressWarnings("CatchingUnchecked")
  private void run() {
    while (!leaving && lost == null) {
      try {
        Thread.sleep(INTERVAL.toMillis());
        look();
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        lost = storeIsGone();
      }
    }
  }

  private void look() {
    store.add(beat(environment.rank()), 1);
    if (store.add(environment.below(FAILED), 0) > 0) {
      lost = reason();
      return;
    }
    Duration limit = store.add(environment.below(BROKEN), 0) > 0 ? SILENCE_WHEN_BROKEN : SILENCE;
    for (Map.Entry<Integer, Pulse> other : watched.entrySet()) {
      other.getValue().seen(store.add(beat(other.getKey()), 0));
      if (other.getValue().isSilentFor(limit)) {
        tellAll(
            "%s was lost: nothing was heard of it for %d s."
                .formatted(capital(environment.name(other.getKey())), limit.toSeconds()));
        lost = reason();
      }
    }
    answered = System.nanoTime();
  }

  private String storeIsGone() {
    return environment.storeIsGiven()
        ? "The store at " + environment.address() + " was lost: torchrun has ended there."
        : "Rank 0 of " + environment.size() + " was lost: it has ended, or can not be reached.";
  }

  private static String capital(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  private void tellAll(String sentence) {
    tellAll(environment, store, sentence);
  }

  /**
   * Tells all of a process that has ended, so that nobody waits for signs of life from it.
   *
   * @param how it ended
   */
  static void tellOfEnd(RankEnvironment ended, Store store, String how) {
    tellAll(ended, store, "%s was lost: it %s.".formatted(capital(ended.name()), how));
    store.add(beat(ended, ended.rank()), Pulse.LEFT);
  }

  /** Leaves a sentence for all, unless another was first. */
  private static void tellAll(RankEnvironment environment, Store store, String sentence) {
    if (store.add(environment.below(FAILED), 1) == 1) {
      StoreString.set(store, environment.below(REASON), sentence);
    }
  }

  private String reason() {
    return StoreString.get(store, environment.below(REASON));
  }

  /** Throws what is known of a process that was lost. */
  void check() {
    String known = lost;
    if (known == null && System.nanoTime() - answered > 2 * SILENCE.toNanos()) {
      known = storeIsGone();
    }
    if (known != null) {
      throw new UserError(known);
    }
  }

  /** Whether no process is known to be lost. */
  boolean allIsWell() {
    return lost == null;
  }

  /**
   * A connection to another process broke: waits until it is known which one is gone, and throws
   * that.
   */
  // The library throws plain runtime exceptions when the store is gone.
  @SuppressWarnings("CatchingUnchecked")
  UserError explain(RuntimeException broken) {
    try {
      store.add(environment.below(BROKEN), 1);
    } catch (RuntimeException e) {
      lost = storeIsGone();
    }
    long end = System.nanoTime() + 2 * SILENCE.toNanos();
    while (lost == null && System.nanoTime() < end) {
      Pause.of(Duration.ofMillis(100));
    }
    String known = lost;
    return new UserError(
        known != null
            ? known
            : "The connection between the processes broke, though all are there: "
                + broken.getMessage().lines().findFirst().orElse(""),
        broken);
  }

  /** This process ends because of a failure of its own. */
  // The library throws plain runtime exceptions when the store is gone.
  @SuppressWarnings("CatchingUnchecked")
  void fail(String why) {
    if (lost != null) {
      return;
    }
    try {
      tellAll(capital(environment.name()) + " failed: " + why);
    } catch (RuntimeException e) {
      // Then the others learn that rank 0 is gone.
    }
  }

  /**
   * Stops beating; in the process that has the store, not before the others have left.
   *
   * @return whether no process was lost
   */
  // The library throws plain runtime exceptions when the store is gone.
  @SuppressWarnings("CatchingUnchecked")
  boolean close() {
    leaving = true;
    try {
      thread.interrupt();
      thread.join();
      store.add(beat(environment.rank()), Pulse.LEFT);
      long end = System.nanoTime() + LONGEST_LEAVE.toNanos();
      while (environment.hostsStore() && !othersAreGone() && System.nanoTime() < end) {
        Thread.sleep(50);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      // The store is gone, and there is nobody to tell.
      return false;
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
}
