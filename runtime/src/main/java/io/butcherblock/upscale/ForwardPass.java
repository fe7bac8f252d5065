package io.butcherblock.upscale;

import io.butcherblock.device.ThreadCount;
import java.util.function.Supplier;

/**
 * The pass of one tile through a network. Only one is under way at a time in a process: the others
 * wait, and are let in in the order in which they came. So a pass has all processors, and the
 * memory in use is that of one tile.
 *
 * <p>Where the work is too small to divide, one thread works alone: at the end of each operator
 * threads wait for each other, which can take longer than the operator, and a time slice of the
 * system where they share processors.
 */
final class ForwardPass {

  /** Multiply-accumulates below which one thread works alone, which then takes some 20 ms. */
  static final double LEAST_TO_DIVIDE = 1e9;

  private ForwardPass() {}

  /**
   * Waits for its turn and runs a pass, in the calling thread or in one that works alone.
   *
   * @param macs multiply-accumulates of the pass
   * @param threads of one operator, where the work is divided
   * @param onCpu whether the network is on the CPU; else its work is not divided among threads
   */
  static <T> T run(double macs, int threads, boolean onCpu, Supplier<T> pass) {
    ThreadCount.lock();
    try {
      return ThreadCount.with(onCpu && macs < LEAST_TO_DIVIDE ? 1 : threads, pass);
    } finally {
      ThreadCount.unlock();
    }
  }
}
