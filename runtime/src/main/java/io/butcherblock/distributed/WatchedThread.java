package io.butcherblock.distributed;

import java.time.Duration;
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
final class WatchedThread implements AutoCloseable {

  private static final long MILLISECONDS_BETWEEN_LOOKS = 500;

  private final ExecutorService thread;
  private final Heartbeat heartbeat;

  WatchedThread(String name, Heartbeat heartbeat) {
    this.heartbeat = heartbeat;
    this.thread = Executors.newSingleThreadExecutor(work -> daemon(work, name));
  }

  private static Thread daemon(Runnable work, String name) {
    Thread started = new Thread(work, name);
    started.setDaemon(true);
    return started;
  }

  /**
   * Runs {@code work} and waits for it, while all processes are there.
   *
   * @return whether it has ended within {@code patience}; if not, it still goes on
   * @throws io.butcherblock.error.UserError which process was lost
   */
  boolean run(Runnable work, Duration patience) {
    heartbeat.check();
    long end = System.nanoTime() + patience.toNanos();
    Future<?> pass = thread.submit(work);
    while (true) {
      try {
        pass.get(MILLISECONDS_BETWEEN_LOOKS, TimeUnit.MILLISECONDS);
        return true;
      } catch (TimeoutException e) {
        heartbeat.check();
        if (System.nanoTime() > end) {
          return false;
        }
      } catch (ExecutionException e) {
        throw e.getCause() instanceof RuntimeException broken
            ? heartbeat.explain(broken)
            : new IllegalStateException(e.getCause());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("Waiting for the other processes was interrupted.", e);
      }
    }
  }

  @Override
  public void close() {
    thread.shutdown();
  }
}
