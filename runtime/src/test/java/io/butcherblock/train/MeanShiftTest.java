package io.butcherblock.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.data.Batch;
import io.butcherblock.nn.EulerForTests;
import io.butcherblock.nn.MeanShift;
import io.butcherblock.nn.SuperResolutionNetwork;
import io.butcherblock.nn.Tensors;
import java.util.Arrays;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;

/** The mean color of DIV2K is taken away and given back, before training as after it. */
class MeanShiftTest {

  private static final int SIDE = 6;

  /**
   * With no bias anywhere, what is 0 after the first shift is 0 before the second, whatever the
   * weights: a picture of the mean color stays one only if neither shift has moved.
   */
  @Test
  void isTheSameAfterTrainingSteps() {
    try (SuperResolutionNetwork network =
            new SuperResolutionNetwork(EulerForTests.network(1, 4), 2, 1, new Device("cpu"));
        TrainingStep step = new TrainingStep(network, AdamSettings.PAPER)) {
      assertTrue(
          network.parameters().byName().keySet().stream().noneMatch(k -> k.contains("mean")));
      float[] weights = Tensors.toArray(network.parameters().byName().get("head.0.weight"));
      Batch batch = white();
      for (int i = 0; i < 5; i++) {
        step.run(batch, 0.1);
      }
      assertNotEquals(
          weights[0], Tensors.toArray(network.parameters().byName().get("head.0.weight"))[0]);
      clearBiases(network);
      assertArrayEquals(plain(1, 2 * SIDE), forward(network, plain(1, SIDE)));
      // The control: another color does not come back as it was.
      assertNotEquals(plain(0.5f, 2 * SIDE)[0], forward(network, plain(0.5f, SIDE))[0]);
    }
  }

  /** Black that is to become white: both shifts would move if they could. */
  private static Batch white() {
    float[] hr = new float[2 * 3 * 4 * SIDE * SIDE];
    Arrays.fill(hr, 255);
    return new Batch(new float[2 * 3 * SIDE * SIDE], hr, 2, SIDE, 2);
  }

  private static void clearBiases(SuperResolutionNetwork network) {
    int[] cleared = {0};
    network
        .parameters()
        .byName()
        .forEach(
            (key, parameter) -> {
              if (key.endsWith(".bias")) {
                try (Tensor value = parameter.detach();
                    Scalar zero = new Scalar(0.0)) {
                  value.fill_(zero);
                }
                cleared[0]++;
              }
            });
    assertEquals(5, cleared[0]);
  }

  private static float[] plain(float share, int side) {
    float[] planes = new float[3 * side * side];
    for (int i = 0; i < planes.length; i++) {
      planes[i] = share * MeanShift.mean(i / (side * side));
    }
    return planes;
  }

  private static float[] forward(SuperResolutionNetwork network, float[] planes) {
    try (NoGradGuard guard = new NoGradGuard();
        Tensor lr = Tensors.of(planes, 1, 3, SIDE, SIDE);
        Tensor sr = network.forward(lr)) {
      return Tensors.toArray(sr);
    }
  }
}
