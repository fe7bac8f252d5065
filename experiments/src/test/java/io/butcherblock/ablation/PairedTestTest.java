package io.butcherblock.ablation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PairedTestTest {

  /**
   * Differences 1, 2, 3: t = 2 / (1 / sqrt 3); with two degrees of freedom p is 1 - t / sqrt(t^2 +
   * 2).
   */
  @Test
  void threePairsByHand() {
    PairedTest test = PairedTest.of(new double[] {11, 22, 33}, new double[] {10, 20, 30});
    assertEquals(2, test.difference().mean(), 1e-12);
    assertEquals(1, test.difference().deviation(), 1e-12);
    assertEquals(2 * Math.sqrt(3), test.t(), 1e-12);
    assertEquals(1 - Math.sqrt(12.0 / 14), test.p(), 1e-12);
  }

  /** Pairs, not two groups: a spread that both have in common is no noise. */
  @Test
  void whatAllRunsOfASeedShareDoesNotCount() {
    PairedTest together = PairedTest.of(new double[] {1.1, 50.2, 90.3}, new double[] {1, 50, 90});
    PairedTest alone = PairedTest.of(new double[] {0.1, 0.2, 0.3}, new double[] {0, 0, 0});
    assertEquals(alone.p(), together.p(), 1e-9);
  }

  @Test
  void equalRunsDoNotDiffer() {
    PairedTest test = PairedTest.of(new double[] {1, 2, 3}, new double[] {1, 2, 3});
    assertEquals(0, test.t());
    assertEquals(1, test.p());
  }

  @Test
  void aDifferenceWithoutSpreadIsCertain() {
    PairedTest test = PairedTest.of(new double[] {1, 2, 3}, new double[] {2, 3, 4});
    assertEquals(Double.NEGATIVE_INFINITY, test.t());
    assertEquals(0, test.p());
  }
}
