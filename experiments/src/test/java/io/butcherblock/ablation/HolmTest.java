package io.butcherblock.ablation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

class HolmTest {

  /** 4 x 0.005, 3 x 0.01, 2 x 0.03; 1 x 0.04 would be less than the one before it. */
  @Test
  void theSmallestIsMultipliedMost() {
    assertArrayEquals(
        new double[] {0.03, 0.06, 0.06, 0.02}, Holm.adjust(0.01, 0.04, 0.03, 0.005), 1e-12);
  }

  @Test
  void noneIsGreaterThanOne() {
    assertArrayEquals(new double[] {1, 1}, Holm.adjust(0.7, 0.9), 0);
  }

  @Test
  void oneTestNeedsNoCorrection() {
    assertArrayEquals(new double[] {0.04}, Holm.adjust(0.04), 0);
  }
}
