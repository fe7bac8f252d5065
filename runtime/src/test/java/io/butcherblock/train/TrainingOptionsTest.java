package io.butcherblock.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.butcherblock.degrade.Degradation;
import io.butcherblock.error.ButcherblockException;
import io.butcherblock.nn.Activations;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
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
            () -> new Budget.Time(Duration.ofSeconds(Long.MIN_VALUE)),
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

  /** Each method is given the other options' value: the copy has that, and all else as it was. */
  @Test
  void aCopyDiffersInWhatIsChangedOnly() throws ReflectiveOperationException {
    TrainingOptions one =
        new TrainingOptions(
            11,
            12,
            new Budget.Steps(13),
            AdamSettings.PAPER,
            new Schedule.Cosine(14),
            15,
            16,
            17,
            Activations.INVERTED,
            Degradation.JPEG,
            18);
    TrainingOptions other =
        new TrainingOptions(
            21,
            22,
            new Budget.Steps(23),
            AdamSettings.PAPER.withLearningRate(1e-3),
            new Schedule.Halving(24),
            25,
            26,
            27,
            Activations.CHECKPOINTED,
            Degradation.PHOTO,
            28);
    RecordComponent[] components = TrainingOptions.class.getRecordComponents();
    for (RecordComponent changed : components) {
      String name = changed.getName();
      Method with =
          TrainingOptions.class.getMethod(
              "with" + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1),
              changed.getType());
      Object copy = with.invoke(one, changed.getAccessor().invoke(other));
      for (RecordComponent each : components) {
        Object expected = each.getAccessor().invoke(each.equals(changed) ? other : one);
        assertEquals(expected, each.getAccessor().invoke(copy), name + ": " + each.getName());
      }
    }
  }
}
