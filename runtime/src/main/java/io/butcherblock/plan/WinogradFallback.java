package io.butcherblock.plan;

import io.butcherblock.error.ButcherblockException;
import io.butcherblock.execute.OutOfMemory;
import io.butcherblock.onednn.OneDnn;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Does without Winograd convolutions where oneDNN fails: for one pass if the memory did not suffice
 * for it, for good if it refuses. One thread at a time.
 */
public final class WinogradFallback {

  private boolean usable = true;
  private Optional<ButcherblockException> untold = Optional.empty();

  /**
   * Computes something with Winograd convolutions.
   *
   * @return nothing if it has to be computed without them
   */
  public <T> Optional<T> attempt(Supplier<T> work) {
    if (!usable) {
      return Optional.empty();
    }
    try {
      return Optional.of(work.get());
    } catch (RuntimeException | OutOfMemoryError e) {
      if (!OutOfMemory.isNative(e)) {
        if (!(e instanceof OneDnn.Failure refusal)) {
          throw e;
        }
        giveUp(refusal);
      }
      return Optional.empty();
    }
  }

  private void giveUp(OneDnn.Failure failure) {
    usable = false;
    untold =
        Optional.of(
            new ButcherblockException(
                "oneDNN failed (%s), and it takes longer from now on."
                    .formatted(failure.getMessage()),
                failure));
  }

  /** Why there are no Winograd convolutions any more; told once. */
  public Optional<ButcherblockException> takeRefusal() {
    Optional<ButcherblockException> told = untold;
    untold = Optional.empty();
    return told;
  }
}
