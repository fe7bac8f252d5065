package io.butcherblock.device;

import io.butcherblock.error.ButcherblockException;
import io.butcherblock.error.Setting;
import java.util.Optional;
import org.bytedeco.pytorch.Context;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.global.torch;

/** LibTorch as a whole: the devices of this machine, and how many threads it uses. */
public final class LibTorch {

  /**
   * Where OpenMP has no memory for its table of threads, or the system starts no more of them, it
   * ends the process.
   */
  private static final int MOST_THREADS =
      Math.max(1024, Runtime.getRuntime().availableProcessors());

  private LibTorch() {}

  /**
   * Sets how many threads LibTorch uses for one operator, for the whole process.
   *
   * @param threads from 1 to 1024, or to the number of processors if there are more
   * @throws ButcherblockException if it is another number
   */
  public static void useThreads(int threads) {
    if (threads < 1 || threads > MOST_THREADS) {
      throw new ButcherblockException(
          "The number of threads must be from 1 to %s, not %s.".formatted(MOST_THREADS, threads));
    }
    NativeLibraries.select();
    torch.set_num_threads(threads);
  }

  /**
   * Opens a device, GPU 0 if a GPU is used.
   *
   * @param choice the CPU, a GPU, or either
   * @return a new device, which the caller closes
   * @throws ButcherblockException if {@link DeviceChoice#CUDA} is asked for and no GPU can be used
   */
  public static Device device(DeviceChoice choice) {
    return device(choice, 0);
  }

  /**
   * Opens a device.
   *
   * @param choice the CPU, a GPU, or either
   * @param gpu the number of the GPU, from 0; ignored on the CPU
   * @return a new device, which the caller closes
   * @throws ButcherblockException if {@link DeviceChoice#CUDA} is asked for and no GPU can be used,
   *     or if there is no GPU of that number
   */
  public static Device device(DeviceChoice choice, int gpu) {
    if (choice == DeviceChoice.CPU) {
      return cpu();
    }
    Optional<String> why = whyNoGpu();
    if (why.isEmpty()) {
      if (gpu >= torch.cuda_device_count()) {
        throw new ButcherblockException(
            "There is no GPU number %s, only %s of them: start as many processes on a machine as it has GPUs."
                .formatted(gpu, torch.cuda_device_count()));
      }
      ThreadCount.settle();
      Device device = new Device("cuda:" + gpu);
      // Else what names no GPU, such as pinned memory, would take up some of GPU 0, for every
      // process.
      torch.getDeviceGuardImpl(device.type()).setDevice(device);
      return device;
    }
    if (choice == DeviceChoice.CUDA) {
      throw ButcherblockException.of(
          "No GPU can be used: %s; give no %s to run on the CPU.", why.get(), Setting.DEVICE);
    }
    return cpu();
  }

  /**
   * Opens the CPU as a device.
   *
   * @return a new device, which the caller closes
   */
  public static Device cpu() {
    NativeLibraries.select();
    ThreadCount.settle();
    return new Device("cpu");
  }

  /**
   * The reason why no GPU can be used, as part of a sentence: {@code CUDA finds no GPU}; empty if
   * one can be used.
   */
  public static Optional<String> whyNoGpu() {
    Optional<String> natives = NativeLibraries.whyNotForGpus();
    if (natives.isPresent() || torch.cuda_is_available()) {
      return natives;
    }
    try {
      torch.globalContext().lazyInitDevice(torch.DeviceType.CUDA);
      return Optional.of("CUDA finds no GPU");
    } catch (RuntimeException e) {
      return Optional.of(CudaRefusal.of(e.getMessage(), Context.versionCUDART()));
    }
  }

  /**
   * Lets cuDNN try its algorithms for each shape of convolution and keep the fastest, for the whole
   * process: useful where all steps have the same shapes. Does nothing on the CPU.
   *
   * @param device stays the caller's
   */
  public static void tuneFor(Device device) {
    if (device.is_cuda()) {
      torch.globalContext().setBenchmarkCuDNN(true);
    }
  }

  /**
   * Describes a device in words: {@code the CPU}, {@code GPU 0 (NVIDIA H100, 79.1 GiB)}.
   *
   * @param device stays the caller's
   */
  public static String describe(Device device) {
    return device.is_cpu() ? "the CPU" : Gpu.describe(device.index());
  }
}
