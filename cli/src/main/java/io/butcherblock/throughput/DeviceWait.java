package io.butcherblock.throughput;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;

/** Waits for a device, which works on while the host is already further. */
final class DeviceWait {

  private DeviceWait() {}

  /** Returns when {@code output} has its values: one of them can be read no earlier. */
  static void until(Tensor output) {
    try (PointerScope scope = new PointerScope()) {
      float unused = output.flatten().select(0, 0).item_float();
    }
  }
}
