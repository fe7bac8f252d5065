package io.butcherblock.train;

import io.butcherblock.data.Batch;
import io.butcherblock.error.ButcherblockException;
import io.butcherblock.patches.PatchLoader;

/**
 * The batch of the next step, or why there is none: known before the step that comes before it
 * ends, so that all processes stop behind the same step.
 */
final class NextBatch {

  private final Batch batch;
  private final ButcherblockException failure;

  private NextBatch(Batch batch, ButcherblockException failure) {
    this.batch = batch;
    this.failure = failure;
  }

  /** Waits for it, unless it is not wanted. */
  static NextBatch of(PatchLoader batches, boolean isWanted) {
    if (!isWanted) {
      return new NextBatch(null, null);
    }
    try {
      return new NextBatch(batches.next(), null);
    } catch (ButcherblockException e) {
      return new NextBatch(null, e);
    }
  }

  /** Whether an image of it cannot be read. */
  boolean isMissing() {
    return failure != null;
  }

  Batch batch() {
    return batch;
  }

  /**
   * Says which image cannot be read.
   *
   * @param step behind which the run has stopped
   */
  void throwIfMissing(long step) {
    if (failure != null) {
      throw failure.within(
          "The run has stopped at step %s and can be resumed there when this is mended"
              .formatted(step));
    }
  }
}
