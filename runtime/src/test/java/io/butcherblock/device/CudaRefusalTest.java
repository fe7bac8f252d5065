package io.butcherblock.device;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class CudaRefusalTest {

  private static final long CUDA_13_1 = 13010;

  @Test
  void anOldDriverIsToldWithBothVersions() {
    assertRefusal(
        "the driver is for CUDA 12.4, this build needs one for 13.0 or newer",
        "The NVIDIA driver on your system is too old (found version 12040). Please update your GPU"
            + " driver by downloading and installing a new version");
  }

  @Test
  void machinesWithoutADriverOrAGpuAreTold() {
    assertRefusal(
        "NVIDIA's driver is not running",
        "Found no NVIDIA driver on your system. Please check that you have an NVIDIA GPU");
    assertRefusal("CUDA finds no GPU", "No CUDA GPUs are available");
  }

  @Test
  void whatIsNotKnownIsTheFirstLine() {
    assertRefusal(
        "CUDA says: Unexpected error from cudaGetDeviceCount()",
        "Unexpected error from cudaGetDeviceCount().\nException raised from f at g.cpp:3");
  }

  private static void assertRefusal(String expected, String message) {
    assertEquals(expected, CudaRefusal.of(message, CUDA_13_1));
  }
}
