package io.butcherblock.upscale;

import io.butcherblock.device.ThreadCount;
import org.bytedeco.pytorch.global.torch;

/**
 * A region in which one tile goes through a network. Only one is open at a time in a process: the
 * others wait, and are let in in the order in which they came. So a pass has all processors, the
 * memory in use is that of one tile, and LibTorch's number of threads, whose default is one of the
 * process, is not changed by two at once.
 *
 * <p>Where the work is too small to divide, one thread works alone: at the end of each operator
 * threads wait for each other, which can take longer than the operator, and a time slice of the
 * system where they share processors.
 */
final class ForwardPass implements AutoCloseable {

  /** Multiply-accumulates below which one thread works alone, which then takes some 20 ms. */
  static final double LEAST_TO_DIVIDE = 1e9;

  private final int before;

  private ForwardPass(int threads) {
    ThreadCount.lock();
    this.before = torch.get_num_threads();
    if (threads != before) {
      torch.set_num_threads(threads);
    }
  }

  /**
   * Waits for its turn and begins.
   *
   * @param macs multiply-accumulates of the pass
   * @param threads of one operator, where the work is divided
   * @param onCpu whether the network is on the CPU; else its work is not divided among threads
   */
  static ForwardPass begin(double macs, int threads, boolean onCpu) {
    return new ForwardPass(onCpu && macs < LEAST_TO_DIVIDE ? 1 : threads);
  }

  /** Gives the calling thread the number of threads that it had, and lets the next one begin. */
  @Override
  public void close() {
    if (torch.get_num_threads() != before) {
      torch.set_num_threads(before);
    }
    ThreadCount.unlock();
  }
}
