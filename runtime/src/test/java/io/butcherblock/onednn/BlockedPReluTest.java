package io.butcherblock.onednn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import io.butcherblock.nn.Tensors;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;

class BlockedPReluTest {

  private final OneDnn library = Machine.withWinograd();

  @Test
  void eachChannelHasItsSlope() {
    float[] slopes = new float[48];
    float[] x = new float[2 * 48 * 3 * 7];
    float[] expected = new float[x.length];
    for (int c = 0; c < slopes.length; c++) {
      slopes[c] = (c - 20.5f) / 32;
    }
    for (int i = 0; i < x.length; i++) {
      x[i] = i % 19 - 9.5f;
      expected[i] = x[i] > 0 ? x[i] : slopes[i / 21 % 48] * x[i];
    }
    try (Tensor plain = Tensors.of(x, 2, 48, 3, 7);
        Tensor trained = Tensors.of(slopes, 48);
        Tensor blocked = BlockedLayout.of(library, plain);
        Tensor rectified = new BlockedPRelu(library, trained).apply(blocked);
        Tensor back = BlockedLayout.undo(library, rectified)) {
      assertArrayEquals(expected, Tensors.toArray(back));
    }
  }

  /** Of integers and slopes in 32nds, whose sums are exact. */
  @Test
  void gradientsOfInputAndSlopes() {
    float[] slopes = new float[32];
    float[] x = new float[2 * 32 * 3 * 7];
    float[] ofOutput = new float[x.length];
    float[] byInput = new float[x.length];
    float[] bySlopes = new float[32];
    for (int c = 0; c < slopes.length; c++) {
      slopes[c] = (c - 20.5f) / 32;
    }
    for (int i = 0; i < x.length; i++) {
      int c = i / 21 % 32;
      x[i] = i % 19 - 9;
      ofOutput[i] = i % 7 - 3;
      byInput[i] = (x[i] > 0 ? 1 : slopes[c]) * ofOutput[i];
      bySlopes[c] += x[i] > 0 ? 0 : x[i] * ofOutput[i];
    }
    try (Tensor plain = Tensors.of(x, 2, 32, 3, 7);
        Tensor plainGradient = Tensors.of(ofOutput, 2, 32, 3, 7);
        Tensor trained = Tensors.of(slopes, 32);
        Tensor blocked = BlockedLayout.of(library, plain);
        Tensor blockedGradient = BlockedLayout.of(library, plainGradient);
        BlockedPRelu.Gradient gradient =
            new BlockedPRelu(library, trained).gradient(blocked, blockedGradient);
        Tensor back = BlockedLayout.undo(library, gradient.byInput())) {
      assertArrayEquals(byInput, Tensors.toArray(back));
      assertArrayEquals(bySlopes, Tensors.toArray(gradient.bySlopes()));
    }
  }
}
