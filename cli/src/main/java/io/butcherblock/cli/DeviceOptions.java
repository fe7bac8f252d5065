package io.butcherblock.cli;

import io.butcherblock.device.DeviceChoice;
import io.butcherblock.device.LibTorch;
import io.butcherblock.device.NativeLibraries;
import io.butcherblock.error.ButcherblockException;
import java.io.PrintWriter;
import org.bytedeco.pytorch.Device;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code --device} and {@code --threads}, for commands that run a network. */
final class DeviceOptions {

  /** Why no GPU can be used where this program was built without what that needs. */
  private static final String BUILT_WITHOUT_CUDA =
      "this build has no CUDA (build with 'mvn -Pgpu package' for it)";

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--device",
      paramLabel = "auto|cpu|cuda",
      description =
          "Where the network runs; auto takes a GPU if there is one, and says on standard error"
              + " which, or why not (default: auto).")
  private DeviceChoice device;

  @Option(
      names = "--threads",
      paramLabel = "N",
      converter = PositiveInteger.class,
      description = "Threads of LibTorch (default: one a core).")
  private Integer threads;

  /** Sets the threads, opens the device and says which it is; the caller closes it. */
  Device open() {
    return open(0);
  }

  /** The same for one of several processes on this machine, whose GPU has its number. */
  Device open(int localRank) {
    if (device == DeviceChoice.CUDA && !NativeLibraries.forGpusAreOnClassPath()) {
      throw new ButcherblockException(
          "No GPU can be used: " + BUILT_WITHOUT_CUDA + "; leave --device out to run on the CPU.");
    }
    Device opened = LibTorch.device(device == null ? DeviceChoice.AUTO : device, localRank);
    if (threads != null) {
      LibTorch.useThreads(threads);
    }
    say(opened);
    return opened;
  }

  /**
   * Sets the threads and says where the network runs; returns what was chosen.
   *
   * @param localRank the number of this process on its machine, which is that of its GPU
   */
  DeviceChoice prepare(int localRank) {
    open(localRank).close();
    return device == null ? DeviceChoice.AUTO : device;
  }

  /** Why no GPU is used is news where one could be expected, or where the person asked. */
  private void say(Device opened) {
    PrintWriter err = command.commandLine().getErr();
    if (!opened.is_cpu()) {
      err.println("Running on " + LibTorch.describe(opened) + ".");
    } else if (device == DeviceChoice.AUTO
        || (device == null && NativeLibraries.forGpusAreOnClassPath())) {
      LibTorch.whyNoGpu()
          .map(why -> NativeLibraries.forGpusAreOnClassPath() ? why : BUILT_WITHOUT_CUDA)
          .ifPresent(why -> err.println("Running on the CPU: " + why + "."));
    }
    err.flush();
  }
}
