package io.butcherblock.gradient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.error.ButcherblockException;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;

class StateGrowthTest {

  @Test
  void aStateIsKeptEachTimeThatItHasGrownAThousandfold() {
    StateGrowth growth = new StateGrowth();
    growth.beginAt(state(3, 4));
    assertFalse(growth.isTooLargeBehind(state(3000, 3900)));
    assertTrue(growth.isTooLargeBehind(state(3000, 4100)));
    assertFalse(growth.isTooLargeBehind(state(0, 4e6)));
    assertTrue(growth.isTooLargeBehind(state(0, 6e6)));
  }

  @Test
  void growthIsCountedFromTheSmallestState() {
    StateGrowth growth = new StateGrowth();
    growth.beginAt(state(1, 0));
    assertFalse(growth.isTooLargeBehind(state(0.01, 0)));
    assertFalse(growth.isTooLargeBehind(state(9, 0)));
    assertTrue(growth.isTooLargeBehind(state(11, 0)));
  }

  @Test
  void aStateThatDriftedIsRefused() {
    StateGrowth.check(state(1, 1), state(1 + 1e-5, 1));
    ButcherblockException refused =
        assertThrows(
            ButcherblockException.class, () -> StateGrowth.check(state(1, 1), state(1 + 1e-3, 1)));
    assertEquals(
        "The states of the blocks, computed backwards, differ by 1.0e-03 of their norm from those"
            + " of the forward pass: the network is too unstable for it. Use a choice of"
            + " activations of checkpointed.",
        refused.getMessage());
    StateGrowth.check(state(1, 1), state(Double.NaN, 1));
  }

  private static List<Tensor> state(double first, double second) {
    return List.of(Tensor.create(first), Tensor.create(second));
  }
}
