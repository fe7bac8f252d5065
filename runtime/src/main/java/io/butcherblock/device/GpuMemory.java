package io.butcherblock.device;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.SizeTPair;
import org.bytedeco.pytorch.cuda.CUDAAllocator;
import org.bytedeco.pytorch.global.torch_cuda;

/**
 * The memory of a GPU as LibTorch's allocator counts it: that of this process alone, in bytes. A
 * kernel that is under way is not waited for.
 */
public final class GpuMemory {

  private final byte index;

  /**
   * The memory of a GPU.
   *
   * @param gpu stays the caller's
   * @throws IllegalArgumentException if it is no GPU
   */
  public GpuMemory(Device gpu) {
    if (!gpu.is_cuda()) {
      throw new IllegalArgumentException("A device of CUDA, not " + gpu.str().getString() + ".");
    }
    this.index = gpu.index();
  }

  /** What all processes together have left of it, by the driver's account. */
  public long free() {
    try (PointerScope scope = new PointerScope()) {
      SizeTPair freeAndTotal = allocator().getMemoryInfo(index);
      return freeAndTotal.first();
    }
  }

  /** The most that tensors had at once since {@link #resetPeak} or the start. */
  public long peak() {
    try (PointerScope scope = new PointerScope()) {
      // The first of three counters is the sum of small and large pieces.
      return allocator().getDeviceStats(index).allocated_bytes().peak();
    }
  }

  /** Begins to count the peak anew, from what tensors have now. */
  public void resetPeak() {
    try (PointerScope scope = new PointerScope()) {
      allocator().resetPeakStats(index);
    }
  }

  /**
   * Gives back to the driver what no tensor uses, on all GPUs, so that another process can have it.
   * The next tensors take longer, and the device is waited for.
   */
  public void releaseUnused() {
    try (PointerScope scope = new PointerScope()) {
      allocator().emptyCache();
    }
  }

  private static CUDAAllocator allocator() {
    return torch_cuda.getAllocator();
  }
}
