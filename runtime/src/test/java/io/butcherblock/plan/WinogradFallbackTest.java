package io.butcherblock.plan;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.butcherblock.device.LibTorch;
import io.butcherblock.nn.EulerForTests;
import io.butcherblock.nn.SuperResolutionNetwork;
import io.butcherblock.nn.Tensors;
import io.butcherblock.onednn.BrokenKernels;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Where oneDNN fails in the middle of a network. */
class WinogradFallbackTest {

  private final Device cpu = LibTorch.cpu();
  private final SuperResolutionNetwork network =
      new SuperResolutionNetwork(EulerForTests.network(2, 32), 2, 5, cpu);
  private final PlannedNetwork winograd = new PlannedNetwork(network, Convolutions.WINOGRAD);
  private final PlannedNetwork direct = new PlannedNetwork(network, Convolutions.DIRECT);

  @AfterEach
  void close() {
    direct.close();
    winograd.close();
    network.close();
    cpu.close();
  }

  private static float[] enlarged(PlannedNetwork by) {
    float[] values = new float[3 * 9 * 11];
    Random random = new Random(1);
    for (int i = 0; i < values.length; i++) {
      values[i] = 255 * random.nextFloat();
    }
    try (Tensor lr = Tensors.of(values, 1, 3, 9, 11);
        Tensor sr = by.forward(lr)) {
      return Tensors.toArray(sr);
    }
  }

  @Test
  void whereTheMemoryDoesNotSufficeOnePassIsDirect() {
    float[] before = enlarged(winograd);
    try (BrokenKernels broken = BrokenKernels.withoutMemory()) {
      assertArrayEquals(enlarged(direct), enlarged(winograd));
    }
    assertEquals(Optional.empty(), winograd.takeRefusal());
    assertArrayEquals(before, enlarged(winograd));
    assertFalse(Arrays.equals(before, enlarged(direct)), "the control");
  }

  @Test
  void whereOneDnnRefusesAllPassesAreDirectFromThenOn() {
    enlarged(winograd);
    try (BrokenKernels broken = BrokenKernels.refusing()) {
      assertArrayEquals(enlarged(direct), enlarged(winograd));
    }
    assertArrayEquals(enlarged(direct), enlarged(winograd));
    assertEquals(
        "oneDNN failed (could not execute a primitive), and it takes longer from now on.",
        winograd.takeRefusal().orElseThrow().getMessage());
    assertEquals(Optional.empty(), winograd.takeRefusal());
  }

  /** LibTorch's, too. */
  @Test
  void lackOfMemoryOfAnyKindIsNoRefusal() {
    WinogradFallback fallback = new WinogradFallback();
    for (String text :
        new String[] {"std::bad_alloc", "DefaultCPUAllocator: can't allocate memory"}) {
      assertEquals(
          Optional.empty(),
          fallback.attempt(
              () -> {
                throw new RuntimeException(text);
              }));
    }
    assertEquals(Optional.of(1), fallback.attempt(() -> 1));
  }

  @Test
  void ourOwnFaultsAreThrown() {
    IllegalStateException fault = new IllegalStateException("out of order");
    assertSame(
        fault,
        assertThrows(
            IllegalStateException.class,
            () ->
                new WinogradFallback()
                    .attempt(
                        () -> {
                          throw fault;
                        })));
  }
}
