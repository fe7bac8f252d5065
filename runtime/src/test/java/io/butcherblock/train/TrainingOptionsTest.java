package io.butcherblock.train;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.butcherblock.error.ButcherblockException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Options that no run can have are refused where they are made, before a run is begun. */
class TrainingOptionsTest {

  private static final TrainingOptions SOUND = Preset.SHORT.options();

  @Test
  void nonsenseIsRefusedInASentence() {
    List<Executable> nonsense =
        List.of(
            () -> SOUND.withPatch(0),
            () -> SOUND.withBatch(0),
            () -> SOUND.withLogEvery(0),
            () -> SOUND.withValidateEvery(-1),
            () -> new Budget.Steps(0),
            () -> new Budget.Time(Duration.ZERO),
            () -> new Schedule.Halving(0),
            () -> AdamSettings.PAPER.withLearningRate(0),
            () -> AdamSettings.PAPER.withLearningRate(Double.NaN),
            () -> new AdamSettings(1e-4, 1, 0.999, 1e-8),
            () -> new AdamSettings(1e-4, 0.9, 0.999, 0),
            () -> AdamSettings.PAPER.withLargestGradientNorm(0));
    for (Executable each : nonsense) {
      String sentence = assertThrows(ButcherblockException.class, each).getMessage();
      assertFalse(sentence.contains("%"), sentence);
    }
  }
}
