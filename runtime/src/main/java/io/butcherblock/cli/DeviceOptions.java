package io.butcherblock.cli;

import io.butcherblock.nn.Engine;
import org.bytedeco.pytorch.Device;
import picocli.CommandLine.Option;

/** {@code --device} and {@code --threads}, for commands that run a network. */
final class DeviceOptions {

  @Option(
      names = "--device",
      paramLabel = "auto|cpu|cuda",
      defaultValue = "auto",
      description = "Where the network runs; auto takes a GPU if there is one (default: auto).")
  private Engine.Choice device;

  @Option(
      names = "--threads",
      paramLabel = "N",
      converter = PositiveInteger.class,
      description = "Threads of the tensor library (default: one a core).")
  private Integer threads;

  /** Sets the threads and opens the device; the caller closes it. */
  Device open() {
    return open(0);
  }

  /** The same for one of several processes on this machine, whose GPU has its number. */
  Device open(int localRank) {
    if (threads != null) {
      Engine.useThreads(threads);
    }
    return Engine.device(device, localRank);
  }
}
