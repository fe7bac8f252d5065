package io.butcherblock.train;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class DivergenceTest {

  /** All processes know the loss and have the same weights; one validates. */
  @Test
  void thatOfAValidationIsSeenByOneProcess() {
    RunState state = RunState.START;
    Divergence ofOutput = Divergence.ofOutput(null, state, 1e-4, 1e-4, true);
    assertTrue(ofOutput.isSeenByAll(1));
    assertFalse(ofOutput.isSeenByAll(2));
    assertTrue(Divergence.ofLoss(Double.NaN, state, 1e-4, 1e-4, true).isSeenByAll(2));
    assertTrue(Divergence.ofWeights(state, 1e-4, 1e-4, true).isSeenByAll(2));
  }
}
