package io.butcherblock.distributed;

import io.butcherblock.error.ButcherblockException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A thread that asks the store. Where the way to the store is cut, a question blocks in native code
 * for a quarter of an hour; whoever asks here waits for a limited time.
 */
final class StoreThread {

  private final RankEnvironment environment;
  private final Duration timeout;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(DaemonThreads.named("heartbeat"));

  /**
   * A thread of its own.
   *
   * @param timeout how long an answer may take
   */
  StoreThread(RankEnvironment environment, Duration timeout) {
    this.environment = environment;
    this.timeout = timeout;
  }

  /**
   * Asks, and waits for the answer.
   *
   * @throws ButcherblockException if there is none
   */
  <T> T ask(Callable<T> question) {
    try {
      return thread.submit(question).get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException | RejectedExecutionException e) {
      throw new ButcherblockException(environment.storeIsGone(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Waiting for the store was interrupted.", e);
    }
  }

  /**
   * Does something in the store, and waits until it is done.
   *
   * @throws ButcherblockException if it is not
   */
  void run(Runnable work) {
    ask(
        () -> {
          work.run();
          return true;
        });
  }

  /** Does something again and again, which throws nothing. */
  void repeat(Runnable work, Duration pause) {
    Future<?> unused =
        thread.scheduleWithFixedDelay(work, 0, pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  /**
   * Asks nothing any more.
   *
   * @return whether no question is under way, so that the connection can be closed
   */
  boolean stop() {
    return DaemonThreads.stop(thread);
  }
}
