package io.butcherblock.ablation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.butcherblock.error.ButcherblockException;
import io.butcherblock.metrics.PsnrSsim;
import io.butcherblock.report.LearningCurves;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunResultTest {

  private static final RunResult RESULT =
      new RunResult(7, 1.5, 9.25, List.of(new PsnrSsim(30.125, 0.5), new PsnrSsim(28.125, 0.25)));

  @TempDir private Path run;

  @Test
  void theScoreIsTheMeanOverTestSets() {
    assertEquals(29.125, RESULT.score());
  }

  @Test
  void whatIsWrittenIsReadAgain() {
    assertEquals(Optional.empty(), RunResult.read(run));
    RESULT.write(run);
    assertEquals(Optional.of(RESULT), RunResult.read(run));
  }

  @Test
  void aDamagedResultIsTold() throws IOException {
    Files.writeString(run.resolve("result.json"), "{");
    assertThrows(ButcherblockException.class, () -> RunResult.read(run));
  }

  /** Of 96 steps the lines after step 86.4: 4 steps, 5 and 1, each with its mean. */
  @Test
  void theFinalLossIsThatOfTheLastTenthOfTheSteps() {
    LearningCurves curves =
        new LearningCurves(
            "a",
            new double[] {50, 86, 90, 95, 96},
            new double[] {90, 90, 5, 2, 8},
            new double[0],
            new double[0],
            new double[0]);
    assertEquals((4 * 5 + 5 * 2 + 1 * 8) / 10.0, RunResult.finalLoss(curves), 1e-12);
  }
}
