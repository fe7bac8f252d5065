package io.butcherblock.results;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class EvaluationTablesTest {

  @Test
  void theOverviewHasALineForEachEvaluation() {
    assertEquals(
        """
        images  LR images    PSNR (dB)    SSIM  bicubic PSNR (dB)  bicubic SSIM  gain (dB)
        ----------------------------------------------------------------------------------
        Set5    as they are      31.50  0.9500              30.00        0.8750      +1.50
        tiles   as they are        inf  1.0000                inf        1.0000          -
        """,
        EvaluationOverview.of(
                List.of(EvaluationsForTests.of("Set5", 1, 2), EvaluationsForTests.exact("tiles")))
            .toText());
  }

  @Test
  void theTableHasALineForEachImageAndTheMeans() {
    assertEquals(
        """
        euler-for-tests x2 on Set5
        benchmark protocol: Y, 2 px shaved (the scale); grey images stacked to RGB, self-ensemble
        image      PSNR (dB)     SSIM  bicubic PSNR (dB)  bicubic SSIM
        --------------------------------------------------------------
        image1       31.0000  0.95000            30.0000       0.87500
        image2       29.5000  0.95000            30.0000       0.87500
        --------------------------------------------------------------
        mean of 2    30.2500  0.95000            30.0000       0.87500
        """,
        EvaluationTable.text(EvaluationsForTests.of("Set5", 1, -0.5)));
    assertEquals(
        """
        image      PSNR (dB)     SSIM  bicubic PSNR (dB)  bicubic SSIM  gain (dB)
        -------------------------------------------------------------------------
        image1       31.0000  0.95000            30.0000       0.87500      +1.00
        image2       29.5000  0.95000            30.0000       0.87500      -0.50
        -------------------------------------------------------------------------
        mean of 2    30.2500  0.95000            30.0000       0.87500      +0.25
        """,
        EvaluationTable.withGain(EvaluationsForTests.of("Set5", 1, -0.5)).toText());
  }
}
