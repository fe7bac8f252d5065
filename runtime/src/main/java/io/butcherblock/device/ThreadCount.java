package io.butcherblock.device;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.bytedeco.pytorch.global.torch;

/**
 * LibTorch's number of threads of one operator. Each thread of the process has its own, which it
 * takes over from a default when it first uses LibTorch; but setting it changes the default too. So
 * work for one thread is done in a thread that has this number for good ({@link #with}). Who sets
 * the number for a moment does that between {@link #lock} and {@link #unlock}, and threads that use
 * this library for the first time meanwhile wait: else they would keep it.
 */
public final class ThreadCount {

  private static final ReentrantLock CHANGES = new ReentrantLock(true);

  /** Whether the calling thread has its own number. */
  private static final ThreadLocal<Boolean> SETTLED = ThreadLocal.withInitial(() -> false);

  /** Begun when it is first needed, by who holds the lock. */
  private static volatile OneThread one;

  private ThreadCount() {}

  /** Waits until nobody else changes the number; threads are let in in the order of coming. */
  public static void lock() {
    if (!worksForTheHolder()) {
      CHANGES.lock();
    }
  }

  /** Lets the next one in; the number is again what it was at {@link #lock}. */
  public static void unlock() {
    if (!worksForTheHolder()) {
      CHANGES.unlock();
    }
  }

  /** Whether the holder of the lock waits for the calling thread. */
  private static boolean worksForTheHolder() {
    OneThread begun = one;
    return begun != null && begun.isCurrent();
  }

  /** The number of the calling thread. */
  public static int get() {
    settle();
    return torch.get_num_threads();
  }

  /** Makes the calling thread take over the default, unless it has its own number. */
  public static void settle() {
    if (!SETTLED.get() && !worksForTheHolder()) {
      lock();
      try {
        torch.get_num_threads();
        SETTLED.set(true);
      } finally {
        unlock();
      }
    }
  }

  /**
   * Does some work for which LibTorch uses this many threads: in the calling thread, or if that
   * would have to become a single one, in another. To be called by who holds the lock.
   *
   * @param threads at least 1
   */
  public static <T> T with(int threads, Supplier<T> work) {
    int before = torch.get_num_threads();
    if (before == threads) {
      return work.get();
    }
    if (threads == 1) {
      if (one == null) {
        one = new OneThread();
      }
      return one.call(work);
    }
    torch.set_num_threads(threads);
    try {
      return work.get();
    } finally {
      torch.set_num_threads(before);
    }
  }
}
