package io.butcherblock.throughput;

import io.butcherblock.device.Precision;
import io.butcherblock.nn.NetworkSpec;

/**
 * What several contenders are timed at.
 *
 * @param scale of the network: 2, 3 or 4
 * @param patches of a batch
 * @param side of a low-resolution patch in pixels
 */
public record Workload(
    NetworkSpec network, int scale, Task task, Precision precision, int patches, int side) {

  /** {@code oisr-lf-s x2, train, fp32}. */
  public String name() {
    return "%s x%d, %s, %s".formatted(network.name(), scale, task, precision);
  }
}
