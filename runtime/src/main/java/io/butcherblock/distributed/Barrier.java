package io.butcherblock.distributed;

import io.butcherblock.error.ButcherblockException;
import java.time.Duration;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Waits for processes to come. */
final class Barrier {

  private static final Duration POLL_INTERVAL = Duration.ofMillis(100);

  private Barrier() {}

  /**
   * Waits until all processes are there.
   *
   * @param isThere whether the process of a rank has come; throws a {@link ButcherblockException}
   *     where that can no longer be known
   * @throws ButcherblockException which ones have not come
   */
  static void await(RankEnvironment environment, IntPredicate isThere, Duration timeout) {
    long end = System.nanoTime() + timeout.toNanos();
    List<Integer> missing = IntStream.range(0, environment.size()).boxed().toList();
    while (true) {
      try {
        missing = missing.stream().filter(rank -> !isThere.test(rank)).toList();
      } catch (ButcherblockException e) {
        throw new ButcherblockException(
            "Rank %s had not come yet: %s".formatted(list(missing), e.getMessage()), e);
      }
      if (missing.isEmpty()) {
        return;
      }
      if (System.nanoTime() > end) {
        throw new ButcherblockException(
            "Of %s processes, rank %s did not come to %s within %s s: start as many as WORLD_SIZE says."
                .formatted(
                    environment.size(), list(missing), environment.address(), timeout.toSeconds()));
      }
      Polling.sleep(POLL_INTERVAL);
    }
  }

  private static String list(List<Integer> ranks) {
    return ranks.stream().map(String::valueOf).collect(Collectors.joining(", "));
  }
}
