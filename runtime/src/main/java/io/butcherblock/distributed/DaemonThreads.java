package io.butcherblock.distributed;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/** Threads for native calls that may never return, and so must not keep the program. */
final class DaemonThreads {

  private static final long STOP_MILLISECONDS = 500;

  private DaemonThreads() {}

  static ThreadFactory named(String name) {
    return work -> {
      Thread made = new Thread(work, name);
      made.setDaemon(true);
      return made;
    };
  }

  /**
   * Lets threads take no more work.
   *
   * @return whether none is under way
   */
  static boolean stop(ExecutorService threads) {
    threads.shutdownNow();
    try {
      return threads.awaitTermination(STOP_MILLISECONDS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
