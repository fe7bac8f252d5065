package io.butcherblock.train;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;

/** Adds losses up on the device that computes them, so that the host need not wait for each. */
final class LossMeter implements AutoCloseable {

  private final Tensor sum;

  LossMeter(Device device) {
    try (PointerScope scope = new PointerScope()) {
      this.sum = torch.zeros(0).sum().to(device, ScalarType.Double).retainReference();
    }
  }

  /** Adds a loss, float64 [] on the device; still the caller's. */
  void add(Tensor loss) {
    sum.add_(loss);
  }

  /** The sum of the losses since the last call, for which it waits. */
  double take() {
    double value = sum.item_double();
    sum.zero_();
    return value;
  }

  @Override
  public void close() {
    sum.close();
  }
}
