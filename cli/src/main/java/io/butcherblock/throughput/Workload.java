package io.butcherblock.throughput;

import io.butcherblock.device.Precision;
import io.butcherblock.nn.NetworkSize;
import io.butcherblock.nn.NetworkSpec;

/**
 * What several subjects are timed at.
 *
 * @param scale of the network: 2, 3 or 4
 * @param input square for {@link Task#TRAIN}
 */
public record Workload(
    NetworkSpec network, int scale, Task task, Precision precision, Input input) {

  /** {@code oisr-lf-s x2, train 16 of 48x48, fp32}. */
  public String name() {
    return "%s x%s, %s %s, %s".formatted(network.name(), scale, task, input, precision);
  }

  /** Floating-point operations for one image of the input. */
  public double flopPerImage() {
    return (double) NetworkSize.of(network, scale).macs((long) input.width() * input.height())
        * Flop.PER_MAC
        * (task == Task.TRAIN ? Flop.PASSES_OF_TRAINING : 1);
  }
}
