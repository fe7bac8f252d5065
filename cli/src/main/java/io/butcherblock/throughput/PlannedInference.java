package io.butcherblock.throughput;

import io.butcherblock.nn.SuperResolutionNetwork;
import io.butcherblock.nn.Tensors;
import io.butcherblock.plan.PlannedNetwork;
import org.bytedeco.pytorch.Tensor;

/** Our planned network, on images of noise that are on the device. */
final class PlannedInference implements RepeatedWork {

  private static final int COLORS = 3;

  private final PlannedNetwork planned;
  private final Tensor lr;

  /** Runs {@code network} with the weights that it has now; it stays the caller's. */
  PlannedInference(SuperResolutionNetwork network, Input input) {
    this.planned = new PlannedNetwork(network);
    float[] noise = NoiseBatch.noise(COLORS * input.pixels());
    try (Tensor onHost = Tensors.of(noise, input.images(), COLORS, input.height(), input.width())) {
      this.lr = onHost.to(network.parameters().device(), onHost.scalar_type());
    }
  }

  @Override
  public TimedRun run(int times) {
    long start = System.nanoTime();
    for (int i = 1; i < times; i++) {
      planned.forward(lr).close();
    }
    try (Tensor last = planned.forward(lr)) {
      DeviceWait.until(last);
    }
    return TimedRun.since(start);
  }

  @Override
  public void close() {
    lr.close();
    planned.close();
  }
}
