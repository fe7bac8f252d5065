package io.butcherblock.distributed;

import io.butcherblock.error.ButcherblockException;
import java.time.Duration;
import org.bytedeco.pytorch.Store;

/**
 * Tells the attempts of a group apart in a store that outlives them, as torchrun's does: there the
 * names of a group that was restarted are still in use. What torchrun itself counts, each machine
 * counts for itself, and they may differ.
 *
 * <p>Rank 0 takes the next number. The others tell it that they have seen it; when all have, it
 * opens the attempt. A number that is open already, or that nobody opens, is of processes that are
 * gone: then another is waited for.
 */
final class RestartGeneration {

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

  private final RankEnvironment environment;
  private final Store store;
  private final StoreThread thread;

  private RestartGeneration(RankEnvironment environment, Store store, StoreThread thread) {
    this.environment = environment;
    this.store = store;
    this.thread = thread;
  }

  /**
   * Agrees on an attempt with all others, where the store was there before.
   *
   * @return the environment with names of its own
   * @throws ButcherblockException if they do not come within {@code patience}
   */
  static RankEnvironment agree(
      RankEnvironment environment, Store store, StoreThread thread, Duration patience) {
    if (!environment.storeIsGiven()) {
      return environment;
    }
    RestartGeneration attempt = new RestartGeneration(environment, store, thread);
    long number = environment.rank() == 0 ? attempt.open(patience) : attempt.follow(patience);
    return environment.below(number);
  }

  private long open(Duration patience) {
    long number = add("attempts", 1);
    seen(number);
    Barrier.await(environment, rank -> add(seenBy(number, rank), 0) > 0, patience);
    add(isOpen(number), 1);
    return number;
  }

  private long follow(Duration patience) {
    long end = System.nanoTime() + patience.toNanos();
    long mine = 0;
    while (mine == 0 || add(isOpen(mine), 0) == 0) {
      long newest = add("attempts", 0);
      if (newest > mine && add(isOpen(newest), 0) == 0) {
        seen(newest);
        mine = newest;
      }
      if (System.nanoTime() > end) {
        throw new ButcherblockException(
            "Rank 0 of %d did not come to %s within %d s, or waits for yet another: start as many as WORLD_SIZE says."
                .formatted(environment.size(), environment.address(), patience.toSeconds()));
      }
      Pause.of(BETWEEN_LOOKS);
    }
    return mine;
  }

  private void seen(long number) {
    add(seenBy(number, environment.rank()), 1);
  }

  private static String seenBy(long number, int rank) {
    return "attempt/" + number + "/seen/" + rank;
  }

  private static String isOpen(long number) {
    return "attempt/" + number + "/open";
  }

  private long add(String counter, long summand) {
    return thread.ask(() -> store.add(environment.below(counter), summand));
  }
}
