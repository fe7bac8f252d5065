package io.butcherblock.upscale;

import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.global.torch;

/**
 * A region in which one thread works alone where the work is too small to divide: at the end of
 * each operator threads wait for each other, which can take longer than the operator, and a time
 * slice of the system where they share processors.
 */
final class SingleThreadScope implements AutoCloseable {

  /** Multiply-accumulates below which one thread works alone, which then takes some 20 ms. */
  static final double LEAST_TO_DIVIDE = 1e9;

  private final int before = torch.get_num_threads();
  private final boolean alone;

  private SingleThreadScope(boolean alone) {
    this.alone = alone && before > 1;
    if (this.alone) {
      torch.set_num_threads(1);
    }
  }

  /** Opens a region for so many multiply-accumulates on a device. */
  static SingleThreadScope of(double macs, Device device) {
    return new SingleThreadScope(macs < LEAST_TO_DIVIDE && device.is_cpu());
  }

  /** Gives the threads back. */
  @Override
  public void close() {
    if (alone) {
      torch.set_num_threads(before);
    }
  }
}
