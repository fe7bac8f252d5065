package io.butcherblock.distributed;

import io.butcherblock.error.ButcherblockException;
import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Tells of a call to other processes that failed which one is gone. What fails in this process by
 * itself, as for want of memory, is thrown as it is, at once.
 */
final class ConnectionFailures {

  private static final Duration POLL_INTERVAL = Duration.ofMillis(100);

  /**
   * Backends name themselves first, or the file of their source: {@code
   * [.../gloo/.../pair.cc:553]}.
   */
  private static final Pattern OF_BACKEND = Pattern.compile("gloo|NCCL", Pattern.CASE_INSENSITIVE);

  private final FailureDetector failures;
  private final HeartbeatCounters counters;
  private final StoreThread thread;
  private final Duration patience;

  /**
   * Of a group.
   *
   * @param counters asked by {@code thread} alone
   * @param patience how long it may take until it is known which process is gone
   */
  ConnectionFailures(
      FailureDetector failures, HeartbeatCounters counters, StoreThread thread, Duration patience) {
    this.failures = failures;
    this.counters = counters;
    this.thread = thread;
    this.patience = patience;
  }

  /**
   * Makes a call of c10d that does nothing else than reach the store or other processes.
   *
   * @throws ButcherblockException which process is gone; a sentence that the call itself throws is
   *     about what was said, not about the connection, and stays as it is
   */
  <T> T explained(Supplier<T> call) {
    return explained(call, thrown -> !(thrown instanceof ButcherblockException));
  }

  /**
   * Does work that also reaches other processes by a backend, Gloo or NCCL.
   *
   * @throws ButcherblockException which process is gone, where the backend failed
   * @throws RuntimeException what else failed, as it is
   */
  <T> T explainedIfOfBackend(Supplier<T> work) {
    return explained(work, thrown -> OF_BACKEND.matcher(firstLine(thrown)).find());
  }

  // LibTorch throws plain runtime exceptions.
  @SuppressWarnings("CatchingUnchecked")
  private <T> T explained(Supplier<T> call, Predicate<RuntimeException> isOfConnection) {
    try {
      return call.get();
    } catch (RuntimeException e) {
      throw isOfConnection.test(e) ? explanation(e) : e;
    }
  }

  /** Waits until it is known which process is gone, of which all others are told to look sooner. */
  private ButcherblockException explanation(RuntimeException broken) {
    long end = System.nanoTime() + patience.toNanos();
    try {
      thread.run(counters::markConnectionBroken);
    } catch (ButcherblockException e) {
      failures.report(e.getMessage());
    }
    while (failures.allIsWell() && System.nanoTime() < end) {
      Polling.sleep(POLL_INTERVAL);
    }
    return new ButcherblockException(
        failures
            .known()
            .orElseGet(
                () ->
                    "The connection between the processes broke, though all are there: "
                        + firstLine(broken)),
        broken);
  }

  /** Those that follow are of the stack, with names of all kinds. */
  private static String firstLine(RuntimeException thrown) {
    return String.valueOf(thrown.getMessage()).lines().findFirst().orElse("");
  }
}
