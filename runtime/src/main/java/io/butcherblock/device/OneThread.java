package io.butcherblock.device;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.bytedeco.pytorch.global.torch;

/**
 * A thread in which LibTorch uses one thread, for good. The number of the calling thread cannot be
 * set for the time of some work: that sets the default of all threads, too, and one that uses
 * LibTorch for the first time meanwhile keeps it.
 */
final class OneThread {

  private final ExecutorService executor = Executors.newSingleThreadExecutor(OneThread::daemon);
  private final Thread thread;

  /** Begins the thread, and puts back the default. */
  OneThread() {
    int[] before = new int[1];
    this.thread =
        call(
            () -> {
              before[0] = torch.get_num_threads();
              torch.set_num_threads(1);
              return Thread.currentThread();
            });
    // In a thread that ends: the caller may have another number than the default.
    CompletableFuture.runAsync(() -> torch.set_num_threads(before[0]), work -> daemon(work).start())
        .join();
  }

  private static Thread daemon(Runnable work) {
    Thread daemon = new Thread(work, "small passes");
    daemon.setDaemon(true);
    return daemon;
  }

  /** Whether the calling thread is this one. */
  boolean isCurrent() {
    return Thread.currentThread() == thread;
  }

  /** Calls {@code work} in this thread and waits for it, even when interrupted. */
  <T> T call(Supplier<T> work) {
    try {
      return CompletableFuture.supplyAsync(work, executor).join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException exception) {
        throw exception;
      }
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw e;
    }
  }
}
