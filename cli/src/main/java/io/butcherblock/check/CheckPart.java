package io.butcherblock.check;

import java.util.Locale;

/** What a check does for each network, in this order. */
public enum CheckPart {
  /** Outputs on the device and on the CPU, and those of Python and the official implementation. */
  PARITY,
  /** Gradients of the networks' convolutions. */
  GRADIENTS,
  /** Steps on a small batch, on the device and on the CPU. */
  TRAINING,
  /** The throughput of training. */
  TRAINING_RATE,
  /** The throughput of inference. */
  INFERENCE_RATE;

  /** Whether it measures speed, for which the device's own rate is measured too. */
  boolean isRate() {
    return this == TRAINING_RATE || this == INFERENCE_RATE;
  }

  /** {@code training-rate}: words are joined by dashes. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
