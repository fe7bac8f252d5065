package io.butcherblock.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.dsl.WeightSharing;
import io.butcherblock.error.ButcherblockException;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SuperResolutionNetworkTest {

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4})
  void enlargesByTheScale(int scale) {
    try (SuperResolutionNetwork network = network(2, 4, scale, 1);
        Tensor lr = Tensors.of(new float[3 * 5 * 7], 1, 3, 5, 7);
        Tensor sr = network.forward(lr)) {
      assertArrayEquals(new long[] {1, 3, 5L * scale, 7L * scale}, sr.shape());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4})
  void hasAsManyParametersAsCounted(int scale) {
    NetworkSpec spec = EulerForTests.network(3, 6);
    try (SuperResolutionNetwork network =
        new SuperResolutionNetwork(spec, scale, 1, new Device("cpu"))) {
      assertEquals(NetworkSize.of(spec, scale).parameters(), network.parameters().count());
    }
  }

  @Test
  void sharedVectorFieldsAreCountedOnce() {
    NetworkSpec own = EulerForTests.network(3, 6);
    NetworkSpec shared =
        new NetworkSpec(
            own.name(),
            own.scheme(),
            own.vectorField(),
            own.blocks(),
            own.channels(),
            own.stepSize(),
            own.coefficients(),
            WeightSharing.SHARED,
            own.source());
    // One evaluation a block: sharing changes nothing.
    assertEquals(NetworkSize.of(own, 2), NetworkSize.of(shared, 2));
  }

  @Test
  void sameSeedSameWeights() {
    try (SuperResolutionNetwork a = network(1, 4, 2, 7);
        SuperResolutionNetwork b = network(1, 4, 2, 7);
        SuperResolutionNetwork c = network(1, 4, 2, 8)) {
      float[] weights = Tensors.toArray(a.parameters().byName().get("body.0.conv1.weight"));
      assertArrayEquals(
          weights, Tensors.toArray(b.parameters().byName().get("body.0.conv1.weight")));
      assertTrue(
          weights[0] != Tensors.toArray(c.parameters().byName().get("body.0.conv1.weight"))[0]);
    }
  }

  @Test
  void refusesOtherScales() {
    ButcherblockException error =
        assertThrows(ButcherblockException.class, () -> network(1, 4, 5, 1).close());
    assertEquals("Scale 5 is not built; the scales are 2, 3 and 4.", error.getMessage());
  }

  @Test
  void forwardLeavesNoTensorBehind() {
    try (SuperResolutionNetwork network = network(2, 8, 2, 1);
        NoGradGuard guard = new NoGradGuard();
        Tensor lr = Tensors.of(new float[3 * 32 * 32], 1, 3, 32, 32)) {
      network.forward(lr).close();
      long before = Pointer.totalCount();
      for (int i = 0; i < 20; i++) {
        network.forward(lr).close();
      }
      // Each forward makes some 20 tensors: one left behind in each would be seen.
      assertTrue(
          Pointer.totalCount() - before < 20, () -> "left " + (Pointer.totalCount() - before));
    }
  }

  private static SuperResolutionNetwork network(int blocks, int channels, int scale, long seed) {
    return new SuperResolutionNetwork(
        EulerForTests.network(blocks, channels), scale, seed, new Device("cpu"));
  }
}
