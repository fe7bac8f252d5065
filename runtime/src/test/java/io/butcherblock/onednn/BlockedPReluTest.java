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
}
