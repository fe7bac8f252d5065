package io.butcherblock.gradient;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;

class HostToDeviceTest {

  @Test
  void onACpuNothingIsCopied() {
    try (PointerScope scope = new PointerScope();
        HostToDevice toDevice = new HostToDevice(new Device("cpu"))) {
      Tensor onHost = torch.ones(2, 3);
      Tensor there = toDevice.copy(onHost);
      assertEquals(onHost.data_ptr().address(), there.data_ptr().address());
      onHost.close();
      assertEquals(6, there.sum().item_float());
      there.close();
    }
  }

  /** As on a GPU, so that who forgets to close it is found on a CPU. */
  @Test
  void theCopyBelongsToNoScope() {
    try (HostToDevice toDevice = new HostToDevice(new Device("cpu"))) {
      Tensor there;
      try (PointerScope scope = new PointerScope()) {
        there = toDevice.copy(torch.ones(2, 3));
      }
      assertEquals(6, there.sum().item_float());
      there.close();
    }
  }
}
