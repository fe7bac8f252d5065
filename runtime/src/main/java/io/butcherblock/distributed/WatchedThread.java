package io.butcherblock.distributed;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * A thread for native calls that block for good where another process is gone or stands still: they
 * must not keep ours, which leaves them alone then.
 */
final class WatchedThread {

  /** Never reached: {@link FailureDetector} tells who is gone, and rank 0 may validate for long. */
  static final Duration NO_TIMEOUT = Duration.ofDays(30);

  private static final long POLL_MILLISECONDS = 500;

  private final ExecutorService thread;
  private final FailureDetector failures;

  WatchedThread(String name, FailureDetector failures) {
    this.failures = failures;
    this.thread = Executors.newSingleThreadExecutor(DaemonThreads.named(name));
  }

  /**
   * Does {@code work} and waits for it as long as all processes are there.
   *
   * @throws io.butcherblock.error.ButcherblockException which process was lost meanwhile
   * @throws RuntimeException what {@code work} threw, as it is; an {@link Error} likewise
   */
  <T> T call(Supplier<T> work) {
    return call(work, NO_TIMEOUT).orElseThrow();
  }

  /**
   * Does {@code work} and waits for it for a limited time, as long as all processes are there.
   *
   * @return empty if the work was not done within {@code timeout}; it then continues
   * @throws RuntimeException as of {@link #call(Supplier)}
   */
  <T> Optional<T> call(Supplier<T> work, Duration timeout) {
    failures.check();
    long end = System.nanoTime() + timeout.toNanos();
    Future<T> result = thread.submit(work::get);
    while (true) {
      try {
        return Optional.of(result.get(POLL_MILLISECONDS, TimeUnit.MILLISECONDS));
      } catch (TimeoutException e) {
        failures.check();
        if (System.nanoTime() > end) {
          return Optional.empty();
        }
      } catch (ExecutionException e) {
        throw unchecked(e.getCause());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("Waiting for the other processes was interrupted.", e);
      }
    }
  }

  /** Not wrapped: what went wrong for want of memory is told by its type and text. */
  private static RuntimeException unchecked(Throwable thrown) {
    if (thrown instanceof Error error) {
      throw error;
    }
    return thrown instanceof RuntimeException exception
        ? exception
        : new IllegalStateException(thrown);
  }

  /**
   * Takes no more work.
   *
   * @return whether none is under way
   */
  boolean stop() {
    return DaemonThreads.stop(thread);
  }
}
