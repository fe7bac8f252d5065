package io.butcherblock.throughput;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ScalingEstimateTest {

  /** 0.6 s of computing; 1 GB a ring of two sends once, 0.32 s at 25 Gb/s. */
  private static final ScalingEstimate ESTIMATE =
      new ScalingEstimate(250_000_000, 1e12, 1e13, 25e9);

  @Test
  void figuresAreThoseOfTheFormula() {
    assertEquals(6e12, ESTIMATE.flopPerStep());
    assertEquals(1e9, ESTIMATE.bytesSent(2));
    assertEquals(1.75e9, ESTIMATE.bytesSent(8));
    assertEquals(0.6 / 0.64, ESTIMATE.computeToCommunication(), 1e-12);
    assertEquals(0.6 / (0.6 + 0.32 + 20e-6), ESTIMATE.efficiency(2, false), 1e-12);
  }

  @Test
  void theBackwardPassHidesTwoThirdsOfTheComputingTime() {
    assertEquals(1, ESTIMATE.efficiency(2, true), 1e-12);
    assertEquals(0.6 / (0.6 + 0.56 + 60e-6 - 0.4), ESTIMATE.efficiency(8, true), 1e-12);
  }
}
