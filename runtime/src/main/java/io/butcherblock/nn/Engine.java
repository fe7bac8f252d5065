package io.butcherblock.nn;

import io.butcherblock.error.UserError;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.global.torch;

/** The tensor library as a whole: its threads and devices. */
public final class Engine {

  private Engine() {}

  /** Where networks run. */
  public enum Choice {
    /** A GPU if there is one that works, else the CPU. */
    AUTO,
    CPU,
    CUDA
  }

  /** Sets the number of threads of one operator, at least 1. */
  public static void useThreads(int threads) {
    torch.set_num_threads(threads);
  }

  /**
   * The device of a choice.
   *
   * @return a new device, which the caller closes
   * @throws UserError if a GPU is asked for and none can be used
   */
  public static Device device(Choice choice) {
    return device(choice, 0);
  }

  /** The same, with the number of the GPU if there are several. */
  public static Device device(Choice choice, int gpu) {
    if (choice == Choice.CPU) {
      return new Device("cpu");
    }
    if (torch.cuda_is_available()) {
      if (gpu >= torch.cuda_device_count()) {
        throw new UserError(
            "There is no GPU number %d, only %d of them: start as many processes on a machine as it has GPUs."
                .formatted(gpu, torch.cuda_device_count()));
      }
      return new Device("cuda:" + gpu);
    }
    if (choice == Choice.CUDA) {
      throw new UserError(
          "No GPU can be used: "
              + (torch.hasCUDA()
                  ? "the CUDA driver finds none"
                  : "this build has no CUDA, build it with 'mvn -Pgpu package'")
              + "; leave --device out to run on the CPU.");
    }
    return new Device("cpu");
  }
}
