package io.butcherblock.train;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.device.LibTorch;
import io.butcherblock.device.Precision;
import io.butcherblock.nn.EulerForTests;
import org.bytedeco.pytorch.Device;
import org.junit.jupiter.api.Test;

class CurrentLevelTest {

  /** The validation that is due is one of the network that was trained. */
  @Test
  void aLevelIsLeftWhenItsLastValidationIsMade() {
    Levels levels = Levels.of(EulerForTests.network(2, 4), 2, 2, new Budget.Steps(6));
    try (Device cpu = LibTorch.cpu();
        CurrentLevel level =
            CurrentLevel.first(
                levels,
                2,
                1,
                cpu,
                Precision.FP32,
                network -> new TrainingStep(network, AdamSettings.PAPER))) {
      assertFalse(level.isToBeDoubled(at(2)));
      RunState end = at(3);
      assertFalse(level.isToBeDoubled(end.withValidationDue(true)));
      assertTrue(level.isToBeDoubled(end));
      assertFalse(level.isToBeDoubled(level.next(end)), "at the start of the last level");
      assertFalse(level.isToBeDoubled(at(6)));
    }
  }

  private static RunState at(long step) {
    RunState state = RunState.START;
    while (state.step() < step) {
      state = state.next(new StepTotals(1, 0.1, false), 0);
    }
    return state;
  }
}
