package io.butcherblock.upscale;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.butcherblock.device.Precision;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrecisionTrialTest {

  @ParameterizedTest
  @CsvSource({
    "1.0, 0.5, 0.001, BF16",
    "1.0, 0.9, 0.0099, BF16",
    "1.0, 0.95, 0, FP32",
    "1.0, 3.8, 0, FP32",
    "1.0, 0.5, 0.02, FP32",
    "1.0, 0.5, NaN, FP32"
  })
  void bfloat16IsTakenWhereItGainsAndHardlyChanges(
      double float32, double bfloat16, double loss, Precision expected) {
    assertEquals(expected, new PrecisionTrial(float32, bfloat16, loss).chosen());
  }

  /** Noise of independent errors, drawn, as the mean square of the sum of both says. */
  @Test
  void independentErrorsLowerThePsnrAsMuchAsTheSumOfBothHasIt() {
    Random random = new Random(1);
    double first = 0;
    double second = 0;
    double both = 0;
    for (int i = 0; i < 1_000_000; i++) {
      double own = 3 * random.nextGaussian();
      double rounding = 0.6 * random.nextGaussian();
      first += own * own;
      second += rounding * rounding;
      both += (own + rounding) * (own + rounding);
    }
    assertEquals(psnr(first) - psnr(both), PrecisionTrial.loss(psnr(first), psnr(second)), 0.005);
    assertEquals(0, PrecisionTrial.loss(psnr(first), Double.POSITIVE_INFINITY));
  }

  private static double psnr(double squares) {
    return 10 * Math.log10(255.0 * 255 / (squares / 1_000_000));
  }

  @Test
  void aSentenceSaysWhatAndWhy() {
    assertEquals(
        "Precision fp32: on this machine bf16 takes 1.80 of the time of fp32, and lowers the PSNR"
            + " of a test image by 0.0021 dB.",
        new PrecisionTrial(0.1, 0.18, 0.0021).toString());
  }
}
