package io.butcherblock.patches;

import io.butcherblock.error.ButcherblockException;
import io.butcherblock.error.Setting;

/**
 * The part of each batch that one of several processes works on. The parts are as equal as they can
 * be, and together they are the batch.
 *
 * @param index the number of the process, 0 to {@code of - 1}
 * @param of the number of processes
 */
public record BatchShard(int index, int of) {

  /** All of it. */
  public static final BatchShard WHOLE = new BatchShard(0, 1);

  /** The first patch of a batch of {@code n} that is in the share. */
  public int from(int n) {
    return (int) ((long) n * index / of);
  }

  /** The first patch behind the share. */
  public int to(int n) {
    return (int) ((long) n * (index + 1) / of);
  }

  /**
   * Checks that each process has a patch.
   *
   * @throws ButcherblockException if a batch of {@code n} has fewer patches than there are
   *     processes
   */
  void check(int n) {
    if (n < of) {
      throw ButcherblockException.of(
          "A batch of %s cannot be divided among %s processes: use %s or more, or start fewer.",
          n, of, Setting.BATCH_SIZE.of(of));
    }
  }
}
