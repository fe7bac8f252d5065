package io.butcherblock.onednn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.butcherblock.nn.Tensors;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;

/** Where numbers lie, counted out by hand, and there and back. */
class BlockedLayoutTest {

  private final OneDnn library = Machine.withWinograd();

  @Test
  void sixteenChannelsLieSideBySide() {
    int[] shape = {2, 32, 3, 5};
    float[] values = new float[2 * 32 * 3 * 5];
    float[] expected = new float[values.length];
    int i = 0;
    for (int n = 0; n < shape[0]; n++) {
      for (int c = 0; c < shape[1]; c++) {
        for (int y = 0; y < shape[2]; y++) {
          for (int x = 0; x < shape[3]; x++) {
            values[i] = i;
            int place = (((n * 2 + c / 16) * shape[2] + y) * shape[3] + x) * 16 + c % 16;
            expected[place] = i;
            i++;
          }
        }
      }
    }
    try (Tensor plain = Tensors.of(values, 2, 32, 3, 5);
        Tensor blocked = BlockedLayout.of(library, plain);
        Tensor back = BlockedLayout.undo(library, blocked)) {
      assertEquals(5, blocked.dim());
      assertArrayEquals(expected, Tensors.toArray(blocked));
      assertArrayEquals(values, Tensors.toArray(back));
    }
  }
}
