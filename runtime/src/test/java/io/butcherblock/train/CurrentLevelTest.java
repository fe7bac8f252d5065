package io.butcherblock.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.device.LibTorch;
import io.butcherblock.device.Precision;
import io.butcherblock.nn.EulerForTests;
import io.butcherblock.nn.NetworkSize;
import io.butcherblock.nn.NetworkSpec;
import java.math.BigInteger;
import java.time.Duration;
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

  /** Half of the steps are those of a network of half the blocks. */
  @Test
  void aRunOfLevelsCostsAsMuchAsFewerStepsOfItsLast() {
    NetworkSpec finest = EulerForTests.network(2, 4);
    Levels levels = Levels.of(finest, 2, 2, new Budget.Steps(1000));
    double small = (double) NetworkSize.of(EulerForTests.network(1, 4), 2).macs();
    double large = (double) NetworkSize.of(finest, 2).macs();
    assertEquals(500 * (small + large) / large, (double) levels.fullSizeSteps(1000), 0.5);
    RunState second = at(500).nextLevel();
    assertEquals(small / (small + large), levels.progress(second), 1e-9);
    Levels timed = Levels.of(finest, 2, 2, new Budget.Time(Duration.ofSeconds(10)));
    assertEquals(10 * small / (small + large), timed.span(1).secondsBefore(), 1e-3);
  }

  /** Five steps take half a second. */
  @Test
  void aRunOfOneLevelHasAllTheTime() {
    Budget second = new Budget.Time(Duration.ofSeconds(1));
    Levels one = Levels.of(EulerForTests.network(1, 4), 2, 1, second);
    assertEquals(0.5, one.progress(at(5)), 1e-9);
  }

  @Test
  void levelsShareTheMostStepsThereAre() {
    NetworkSpec finest = EulerForTests.network(8, 4);
    Levels levels = Levels.of(finest, 2, 4, new Budget.Steps(Long.MAX_VALUE));
    BigInteger steps = BigInteger.valueOf(Long.MAX_VALUE);
    for (int level = 0; level < levels.count(); level++) {
      BigInteger from = steps.multiply(BigInteger.valueOf(level)).divide(BigInteger.valueOf(4));
      assertEquals(from.longValueExact(), levels.span(level).stepsBefore());
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
