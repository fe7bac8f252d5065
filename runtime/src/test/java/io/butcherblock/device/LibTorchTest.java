package io.butcherblock.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.butcherblock.error.ButcherblockException;
import org.bytedeco.pytorch.Device;
import org.junit.jupiter.api.Test;

class LibTorchTest {

  @Test
  void autoTakesTheCpuWhereThereIsNoGpuAndKnowsWhy() {
    String why = whyNoGpu();
    try (Device device = LibTorch.device(DeviceChoice.AUTO)) {
      assertTrue(device.is_cpu());
      assertEquals("the CPU", LibTorch.describe(device));
    }
    assertFalse(why.isBlank() || why.endsWith(".") || why.contains("\n"), why);
  }

  @Test
  void aGpuThatIsAskedForAndNotThereIsAFailureWithTheReason() {
    String why = whyNoGpu();
    ButcherblockException error =
        assertThrows(ButcherblockException.class, () -> LibTorch.device(DeviceChoice.CUDA));
    assertEquals(
        "No GPU can be used: " + why + "; give no device to run on the CPU.", error.getMessage());
  }

  @Test
  void withoutNativesForGpusThatIsTheReason() {
    assumeFalse(NativeLibraries.forGpusAreOnClassPath(), "this is a build with CUDA");
    assertEquals(
        "LibTorch's natives for GPUs are not on the class path", LibTorch.whyNoGpu().orElseThrow());
  }

  @Test
  void threadsThatCannotBeAreRefused() {
    int most = Math.max(1024, Runtime.getRuntime().availableProcessors());
    for (int threads : new int[] {0, Integer.MAX_VALUE}) {
      assertEquals(
          "The number of threads must be from 1 to %s, not %s.".formatted(most, threads),
          assertThrows(ButcherblockException.class, () -> LibTorch.useThreads(threads))
              .getMessage());
    }
  }

  private static String whyNoGpu() {
    assumeFalse(LibTorch.whyNoGpu().isEmpty(), "this machine has a GPU");
    return LibTorch.whyNoGpu().get();
  }
}
