package io.butcherblock.distributed;

import io.butcherblock.error.ButcherblockException;
import java.time.Duration;
import org.bytedeco.pytorch.Store;

/**
 * Tells the generations of a group, from one restart to the next, apart in a store that outlives
 * them, as torchrun's does: there the names of a group that was restarted are still in use. What
 * torchrun itself counts, each machine counts for itself, and they may differ.
 *
 * <p>Rank 0 takes the next number. The others tell it that they have seen it; when all have, it
 * opens the generation. A number that is open already, or that nobody opens, is of processes that
 * are gone: then another is waited for.
 */
final class RestartGeneration {

  private static final Duration POLL_INTERVAL = Duration.ofMillis(100);

  private final RankEnvironment environment;
  private final Store store;
  private final StoreThread thread;

  private RestartGeneration(RankEnvironment environment, Store store, StoreThread thread) {
    this.environment = environment;
    this.store = store;
    this.thread = thread;
  }

  /**
   * Agrees on a generation with all others, where the store was there before.
   *
   * @return the environment with names of its own
   * @throws ButcherblockException if they do not come within {@code timeout}
   */
  static RankEnvironment agree(
      RankEnvironment environment, Store store, StoreThread thread, Duration timeout) {
    if (!environment.storeIsGiven()) {
      return environment;
    }
    RestartGeneration generation = new RestartGeneration(environment, store, thread);
    long number = environment.rank() == 0 ? generation.open(timeout) : generation.follow(timeout);
    return environment.inGeneration(number);
  }

  private long open(Duration timeout) {
    long number = add("generations", 1);
    seen(number);
    Barrier.await(environment, rank -> add(seenBy(number, rank), 0) > 0, timeout);
    add(isOpen(number), 1);
    return number;
  }

  private long follow(Duration timeout) {
    long end = System.nanoTime() + timeout.toNanos();
    long mine = 0;
    while (mine == 0 || add(isOpen(mine), 0) == 0) {
      long newest = add("generations", 0);
      if (newest > mine && add(isOpen(newest), 0) == 0) {
        seen(newest);
        mine = newest;
      }
      if (System.nanoTime() > end) {
        throw new ButcherblockException(
            "Rank 0 of %s did not come to %s within %s s, or waits for yet another: start as many as WORLD_SIZE says."
                .formatted(environment.size(), environment.address(), timeout.toSeconds()));
      }
      Polling.sleep(POLL_INTERVAL);
    }
    return mine;
  }

  private void seen(long number) {
    add(seenBy(number, environment.rank()), 1);
  }

  private static String seenBy(long number, int rank) {
    return "generation/" + number + "/seen/" + rank;
  }

  private static String isOpen(long number) {
    return "generation/" + number + "/open";
  }

  private long add(String counter, long summand) {
    return thread.ask(() -> store.add(environment.key(counter), summand));
  }
}
