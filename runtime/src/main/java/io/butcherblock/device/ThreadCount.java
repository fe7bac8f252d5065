package io.butcherblock.device;

import java.util.concurrent.locks.ReentrantLock;
import org.bytedeco.pytorch.global.torch;

/**
 * LibTorch's number of threads of one operator. Each thread of the process has its own, which it
 * takes over from a default when it first uses LibTorch; but setting it changes the default too. So
 * who sets it for a while does that between {@link #lock} and {@link #unlock}, and threads that use
 * LibTorch for the first time meanwhile wait: else they would keep the passing number for good.
 */
public final class ThreadCount {

  private static final ReentrantLock CHANGES = new ReentrantLock(true);

  /** Whether the calling thread has its own number. */
  private static final ThreadLocal<Boolean> SETTLED = ThreadLocal.withInitial(() -> false);

  private ThreadCount() {}

  /** Waits until nobody else changes the number; threads are let in in the order of coming. */
  public static void lock() {
    CHANGES.lock();
  }

  /** Lets the next one in; the number is again what it was at {@link #lock}. */
  public static void unlock() {
    CHANGES.unlock();
  }

  /** The number of the calling thread. */
  public static int get() {
    settle();
    return torch.get_num_threads();
  }

  /** Makes the calling thread take over the default, unless it has its own number. */
  public static void settle() {
    if (!SETTLED.get()) {
      lock();
      try {
        torch.get_num_threads();
        SETTLED.set(true);
      } finally {
        unlock();
      }
    }
  }
}
