package io.butcherblock.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.device.Precision;
import io.butcherblock.error.ButcherblockException;
import io.butcherblock.execute.Float32Products;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.junit.jupiter.api.Test;

class PrecisionTest {

  private static final int SIDE = 12;

  @Test
  void bf16GivesNearlyTheSameImage() {
    try (SuperResolutionNetwork network = network()) {
      float[] exact = enlarged(network);
      network.use(Precision.BF16);
      float[] rough = enlarged(network);
      double difference = 0;
      double size = 0;
      for (int i = 0; i < exact.length; i++) {
        difference += Math.abs(exact[i] - rough[i]);
        size += Math.abs(exact[i]);
      }
      double share = difference / size;
      assertTrue(share > 1e-6 && share < 0.01, () -> "differs by " + share);
      network.use(Precision.FP32);
      assertEquals(java.util.Arrays.hashCode(exact), java.util.Arrays.hashCode(enlarged(network)));
    }
  }

  @Test
  void trainingInBf16KeepsParametersAndGradientsInFp32() {
    try (PointerScope scope = new PointerScope();
        SuperResolutionNetwork network = network()) {
      network.use(Precision.BF16);
      Tensor lr = Tensors.of(image(), 1, 3, SIDE, SIDE);
      Tensor sr = network.forward(lr);
      assertEquals(ScalarType.Float, sr.scalar_type().intern());
      assertFalse(torch.is_autocast_enabled(torch.DeviceType.CPU));
      torch.l1_loss(sr, torch.zeros_like(sr)).backward();
      network
          .parameters()
          .byName()
          .forEach(
              (name, parameter) -> {
                assertEquals(ScalarType.Float, parameter.scalar_type().intern(), name);
                assertEquals(ScalarType.Float, parameter.grad().scalar_type().intern(), name);
              });
    }
  }

  @Test
  void tf32IsOnlyForGpus() {
    try (SuperResolutionNetwork network = network()) {
      ButcherblockException error =
          assertThrows(ButcherblockException.class, () -> network.use(Precision.TF32));
      assertTrue(error.getMessage().contains("tf32"), error.getMessage());
      assertEquals(Precision.FP32, network.precision());
    }
  }

  @Test
  void fp32IsExactOnGpusTooAndNoPrecisionOutlivesItsRegion() {
    torch.Float32Precision before = ofConvolutions();
    try (Device gpu = new Device("cuda:0");
        Float32Products outer = Float32Products.of(Precision.TF32, gpu)) {
      assertEquals(torch.Float32Precision.TF32, ofConvolutions());
      // LibTorch's own default is tf32 in convolutions.
      try (Float32Products inner = Float32Products.of(Precision.FP32, gpu)) {
        assertEquals(torch.Float32Precision.IEEE, ofConvolutions());
      }
      assertEquals(torch.Float32Precision.TF32, ofConvolutions());
    }
    assertEquals(before, ofConvolutions());
  }

  @Test
  void aNetworkOnTheCpuLeavesTheSettingOfGpusAlone() {
    torch.Float32Precision before = ofConvolutions();
    try (SuperResolutionNetwork network = network()) {
      network.use(Precision.BF16);
      enlarged(network);
    }
    assertEquals(before, ofConvolutions());
  }

  private static torch.Float32Precision ofConvolutions() {
    return torch
        .globalContext()
        .float32Precision(torch.Float32Backend.CUDA, torch.Float32Op.CONV)
        .intern();
  }

  private static float[] enlarged(SuperResolutionNetwork network) {
    try (PointerScope scope = new PointerScope()) {
      return Tensors.toArray(network.forward(Tensors.of(image(), 1, 3, SIDE, SIDE)));
    }
  }

  private static float[] image() {
    float[] values = new float[3 * SIDE * SIDE];
    for (int i = 0; i < values.length; i++) {
      values[i] = 37 * i % 256;
    }
    return values;
  }

  private static SuperResolutionNetwork network() {
    return new SuperResolutionNetwork(EulerForTests.network(2, 8), 2, 1, new Device("cpu"));
  }
}
