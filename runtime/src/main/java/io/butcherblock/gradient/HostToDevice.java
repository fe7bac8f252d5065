package io.butcherblock.gradient;

import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.DeviceGuardImplInterface;
import org.bytedeco.pytorch.MemoryFormatOptional;
import org.bytedeco.pytorch.Stream;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Copies tensors from main memory to a device. On a GPU the copies are asynchronous: from pinned
 * memory, in a stream of their own, at the same time as the kernels of the step before. On the CPU
 * nothing is copied. The caller closes it.
 */
final class HostToDevice implements AutoCloseable {

  private final Device device;
  private final DeviceGuardImplInterface streams;
  private final Stream copies;

  /**
   * Prepares copies to a device.
   *
   * @param device stays the caller's, and must be open as long as this object is used
   */
  public HostToDevice(Device device) {
    this.device = device;
    if (device.is_cpu()) {
      this.streams = null;
      this.copies = null;
    } else {
      // The library's own, one for each kind of device; never to be freed.
      this.streams = torch.getDeviceGuardImpl(device.type());
      this.copies = streams.getStreamFromGlobalPool(device);
      copies.retainReference();
    }
  }

  /**
   * Copies a tensor to the device.
   *
   * @param onHost a tensor in main memory; stays the caller's, who may close it at once
   * @return a new tensor, which the caller closes; on the CPU it shares the memory of {@code
   *     onHost}. Operators that are started from now on wait for its values
   */
  public Tensor copy(Tensor onHost) {
    try (PointerScope scope = new PointerScope()) {
      if (device.is_cpu()) {
        return onHost.detach().retainReference();
      }
      // The library's allocator reuses pinned memory only when the copy from it is done.
      Tensor pinned = onHost.pin_memory();
      Stream computes = streams.exchangeStream(copies);
      Tensor copy;
      try {
        copy = pinned.to(device, onHost.scalar_type(), true, false, new MemoryFormatOptional());
      } finally {
        streams.exchangeStream(computes).close();
      }
      waitFor(copies, computes);
      // Made in one stream and read in another: not to be reused before the other is done with it.
      copy.record_stream(computes);
      return copy.retainReference();
    }
  }

  /** What {@code later} is given from now on begins when {@code earlier} has done what it has. */
  private void waitFor(Stream earlier, Stream later) {
    try (PointerPointer<Pointer> event = new PointerPointer<>(1)) {
      event.put(0, (Pointer) null);
      streams.record(event, earlier, device.index(), torch.EventFlag.PYTORCH_DEFAULT);
      Pointer recorded = event.get(0);
      streams.block(recorded, later);
      streams.destroyEvent(recorded, device.index());
    }
  }

  @Override
  public void close() {
    if (copies != null) {
      copies.close();
    }
  }
}
