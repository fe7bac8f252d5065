package io.butcherblock.distributed;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A thread for native calls that block for good where another process is gone or stands still: they
 * must not keep ours, which leaves them alone then.
 */
final class WatchedThread {

  private static final long POLL_MILLISECONDS = 500;

  private final ExecutorService thread;
  private final FailureDetector failures;

  WatchedThread(String name, FailureDetector failures) {
    this.failures = failures;
    this.thread = Executors.newSingleThreadExecutor(work -> daemon(work, name));
  }

  static Thread daemon(Runnable work, String name) {
    Thread started = new Thread(work, name);
    started.setDaemon(true);
    return started;
  }

  /**
   * Does {@code work} and waits for it as long as all processes are there.
   *
   * @throws io.butcherblock.error.ButcherblockException which process was lost
   */
  <T> T call(Callable<T> work) {
    return call(work, Backends.NO_TIMEOUT).orElseThrow();
  }

  /**
   * Does {@code work} and waits for it for a limited time, as long as all processes are there.
   *
   * @return empty if the work was not done within {@code timeout}; it then continues
   */
  <T> Optional<T> call(Callable<T> work, Duration timeout) {
    failures.check();
    long end = System.nanoTime() + timeout.toNanos();
    Future<T> result = thread.submit(work);
    while (true) {
      try {
        return Optional.of(result.get(POLL_MILLISECONDS, TimeUnit.MILLISECONDS));
      } catch (TimeoutException e) {
        failures.check();
        if (System.nanoTime() > end) {
          return Optional.empty();
        }
      } catch (ExecutionException e) {
        throw e.getCause() instanceof RuntimeException broken
            ? failures.explain(broken)
            : new IllegalStateException(e.getCause());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("Waiting for the other processes was interrupted.", e);
      }
    }
  }

  /**
   * Takes no more work.
   *
   * @return whether none is under way
   */
  boolean stop() {
    return stop(thread);
  }

  static boolean stop(ExecutorService thread) {
    thread.shutdownNow();
    try {
      return thread.awaitTermination(POLL_MILLISECONDS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
