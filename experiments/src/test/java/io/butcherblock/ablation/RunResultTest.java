package io.butcherblock.ablation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.error.ButcherblockException;
import io.butcherblock.metrics.PsnrSsim;
import io.butcherblock.results.LearningCurves;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "",
        "{}",
        "[]",
        "{\"options\":{\"seed\":\"1\"},\"steps\":100}",
        "{\"seed\":1,\"seconds\":2,\"loss\":3,\"tests\":[]}",
        "{\"seed\":1,\"seconds\":2,\"loss\":3,\"tests\":[{\"psnr\":30}]}",
        "{\"seed\":1,\"seconds\":2,\"tests\":[{\"psnr\":30,\"ssim\":1}]}",
        "{\"seed\":1.5,\"seconds\":2,\"loss\":3,\"tests\":[{\"psnr\":30,\"ssim\":1}]}",
        "{\"seed\":1,\"seconds\":2,\"loss\":\"x\",\"tests\":[{\"psnr\":30,\"ssim\":1}]}"
      })
  void aDamagedResultIsTold(String json) throws IOException {
    Files.writeString(run.resolve("result.json"), json);
    String message =
        assertThrows(ButcherblockException.class, () -> RunResult.read(run)).getMessage();
    assertTrue(message.endsWith("; remove it to test that network anew."), message);
  }

  @Test
  void whatIsNotFiniteIsReadAgain() {
    RunResult result =
        new RunResult(1, 2, Double.NaN, List.of(new PsnrSsim(Double.POSITIVE_INFINITY, 1)));
    result.write(run);
    assertEquals(Optional.of(result), RunResult.read(run));
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
