package io.butcherblock.cli;

import java.util.OptionalInt;
import picocli.CommandLine.Option;

/** {@code --device} and {@code --threads}, for commands that run a network. */
final class DeviceOptions {

  /** Where a network runs. */
  enum Device {
    AUTO,
    CPU,
    CUDA
  }

  @Option(
      names = "--device",
      paramLabel = "auto|cpu|cuda",
      defaultValue = "auto",
      description = "Where the network runs; auto takes a GPU if there is one (default: auto).")
  private Device device;

  @Option(
      names = "--threads",
      paramLabel = "N",
      converter = PositiveInteger.class,
      description = "Threads of the tensor library (default: one a core).")
  private Integer threads;

  Device device() {
    return device;
  }

  /** Empty: leave it to the library. */
  OptionalInt threads() {
    return threads == null ? OptionalInt.empty() : OptionalInt.of(threads);
  }
}
