package io.butcherblock.train;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.device.LibTorch;
import io.butcherblock.distributed.ProcessGroup;
import io.butcherblock.dsl.Coefficients;
import io.butcherblock.nn.Activations;
import io.butcherblock.nn.BlockParts;
import io.butcherblock.nn.EulerForTests;
import io.butcherblock.nn.NetworkSpec;
import io.butcherblock.nn.OdeBlock;
import io.butcherblock.nn.SuperResolutionNetwork;
import java.lang.reflect.Proxy;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.pytorch.Device;
import org.junit.jupiter.api.Test;

/** What cannot be made leaves no native object behind. */
class FailingConstructorsTest {

  private static final int TIMES = 20;

  @Test
  void ofANetworkWhoseSecondBlockFails() {
    NetworkSpec spec = EulerForTests.network(2, 4);
    NetworkSpec failing =
        new NetworkSpec(
            spec.name(),
            new EulerForTests() {
              private int made;

              @Override
              public OdeBlock newBlock(BlockParts parts, Coefficients coefficients) {
                if (++made % 2 == 0) {
                  throw new IllegalStateException("no block");
                }
                return super.newBlock(parts, coefficients);
              }
            },
            spec.vectorField(),
            spec.blocks(),
            spec.channels(),
            spec.stepSize(),
            spec.coefficients(),
            spec.sharing(),
            spec.source());
    try (Device cpu = LibTorch.cpu()) {
      leavesNothing(() -> new SuperResolutionNetwork(failing, 2, 1, cpu));
    }
  }

  @Test
  void ofATrainingStepWithoutOtherProcesses() {
    ProcessGroup broken =
        (ProcessGroup)
            Proxy.newProxyInstance(
                ProcessGroup.class.getClassLoader(),
                new Class<?>[] {ProcessGroup.class},
                (proxy, method, arguments) -> {
                  throw new IllegalStateException("no processes");
                });
    try (Device cpu = LibTorch.cpu();
        SuperResolutionNetwork network =
            new SuperResolutionNetwork(EulerForTests.network(2, 4), 2, 1, cpu)) {
      leavesNothing(
          () -> new TrainingStep(network, AdamSettings.PAPER, broken, Activations.STORED));
    }
  }

  private static void leavesNothing(Runnable constructor) {
    assertThrows(IllegalStateException.class, constructor::run);
    long before = Pointer.totalCount();
    for (int i = 0; i < TIMES; i++) {
      assertThrows(IllegalStateException.class, constructor::run);
    }
    long left = Pointer.totalCount() - before;
    assertTrue(left < TIMES, left + " native objects more");
  }
}
