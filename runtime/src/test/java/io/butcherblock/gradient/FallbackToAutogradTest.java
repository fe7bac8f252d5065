package io.butcherblock.gradient;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.butcherblock.device.LibTorch;
import io.butcherblock.distributed.SingleProcess;
import io.butcherblock.nn.Activations;
import io.butcherblock.nn.EulerForTests;
import io.butcherblock.nn.SuperResolutionNetwork;
import io.butcherblock.nn.Tensors;
import io.butcherblock.onednn.BrokenKernels;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Where oneDNN fails in the middle of a gradient. */
class FallbackToAutogradTest {

  private final Device cpu = LibTorch.cpu();
  private final SuperResolutionNetwork network =
      new SuperResolutionNetwork(EulerForTests.network(2, 32), 2, 5, cpu);
  private final TensorVector parameters =
      new TensorVector(network.parameters().byName().values().toArray(Tensor[]::new));
  private final BatchGradient winograd =
      BatchGradient.of(network, parameters, new SingleProcess(), Activations.STORED);
  private final BatchGradient autograd = AutogradGradient.onCpu(network, parameters);

  @AfterEach
  void close() {
    autograd.close();
    winograd.close();
    parameters.close();
    network.close();
    cpu.close();
  }

  /** The gradient by the first layer. */
  private static float[] first(BatchGradient by) {
    try (Tensor lr = Tensors.of(random(3 * 8 * 8), 1, 3, 8, 8);
        Tensor hr = Tensors.of(random(3 * 16 * 16), 1, 3, 16, 16);
        LossGradient gradient = by.of(lr, hr, 1)) {
      return Tensors.toArray(gradient.gradient().get(0));
    }
  }

  private static float[] random(int count) {
    Random random = new Random(3);
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = 255 * random.nextFloat();
    }
    return values;
  }

  private void assumeWinograd() {
    assumeTrue(
        winograd instanceof WinogradGradient,
        "skipped: Winograd convolutions are for Linux on x86-64 processors with AVX-512");
  }

  @Test
  void whereTheMemoryDoesNotSufficeItDoesOneStep() {
    assumeWinograd();
    float[] before = first(winograd);
    try (BrokenKernels broken = BrokenKernels.withoutMemory()) {
      assertArrayEquals(first(autograd), first(winograd));
    }
    assertEquals(Optional.empty(), winograd.takeRefusal());
    assertArrayEquals(before, first(winograd));
    assertFalse(Arrays.equals(before, first(autograd)), "the control");
  }

  @Test
  void whereOneDnnRefusesItDoesAllFromThenOn() {
    assumeWinograd();
    first(winograd);
    try (BrokenKernels broken = BrokenKernels.refusing()) {
      assertArrayEquals(first(autograd), first(winograd));
    }
    assertArrayEquals(first(autograd), first(winograd));
    assertTrue(winograd.takeRefusal().isPresent());
    assertEquals(Optional.empty(), winograd.takeRefusal());
  }
}
