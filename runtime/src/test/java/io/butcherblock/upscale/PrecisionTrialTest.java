package io.butcherblock.upscale;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.butcherblock.device.Precision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrecisionTrialTest {

  @ParameterizedTest
  @CsvSource({
    "1.0, 0.5, 0.001, BF16",
    "1.0, 0.9, -0.0099, BF16",
    "1.0, 0.95, 0, FP32",
    "1.0, 3.8, 0, FP32",
    "1.0, 0.5, 0.02, FP32",
    "1.0, 0.5, -0.02, FP32",
    "1.0, 0.5, NaN, FP32"
  })
  void bfloat16IsTakenWhereItGainsAndHardlyChanges(
      double float32, double bfloat16, double change, Precision expected) {
    assertEquals(expected, new PrecisionTrial(float32, bfloat16, change).chosen());
  }

  @Test
  void aSentenceSaysWhatAndWhy() {
    assertEquals(
        "Precision fp32: on this machine bf16 takes 1.80 of the time of fp32, and changes the PSNR"
            + " of a test image by -0.0021 dB.",
        new PrecisionTrial(0.1, 0.18, -0.0021).toString());
  }
}
