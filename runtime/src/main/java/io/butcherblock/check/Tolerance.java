package io.butcherblock.check;

import io.butcherblock.device.Precision;

/** How far results may differ that should be equal but for rounding. */
final class Tolerance {

  private Tolerance() {}

  /** For outputs, in samples of 0..255. */
  static double ofOutput(Precision precision) {
    return switch (precision) {
      case FP32 -> 0.01;
      case TF32 -> 1;
      case BF16 -> 8;
    };
  }

  /** For losses, as part of the loss. */
  static double ofLoss(Precision precision) {
    return switch (precision) {
      case FP32 -> 1e-4;
      case TF32 -> 0.01;
      case BF16 -> 0.08;
    };
  }
}
