package io.butcherblock.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.butcherblock.error.UserError;
import org.bytedeco.pytorch.Device;
import org.junit.jupiter.api.Test;

class EngineTest {

  @Test
  void autoTakesTheCpuWhereThereIsNoGpuAndKnowsWhy() {
    String why = whyNoGpu();
    try (Device device = Engine.device(Engine.Choice.AUTO)) {
      assertTrue(device.is_cpu());
      assertEquals("the CPU", Engine.describe(device));
    }
    assertFalse(why.isBlank() || why.endsWith(".") || why.contains("\n"), why);
  }

  @Test
  void aGpuThatIsAskedForAndNotThereIsAFailureWithTheReason() {
    String why = whyNoGpu();
    UserError error = assertThrows(UserError.class, () -> Engine.device(Engine.Choice.CUDA));
    assertEquals(
        "No GPU can be used: " + why + ". Leave --device out to run on the CPU.",
        error.getMessage());
  }

  @Test
  void aBuildWithoutCudaSaysHowToGetIt() {
    assumeFalse(Natives.forGpusAreOnClassPath(), "this is a build with CUDA");
    assertEquals(
        "this build has no CUDA (build with 'mvn -Pgpu package' for it)",
        Engine.whyNoGpu().orElseThrow());
  }

  private static String whyNoGpu() {
    assumeFalse(Engine.whyNoGpu().isEmpty(), "this machine has a GPU");
    return Engine.whyNoGpu().get();
  }
}
