package io.butcherblock.check;

import io.butcherblock.device.Precision;
import java.util.List;
import org.bytedeco.pytorch.Device;

/** Which precisions are checked, and how far results may differ in them for rounding. */
final class Precisions {

  private Precisions() {}

  /** Those of {@code wanted}; on a CPU float32, whatever is wanted. */
  static List<Precision> on(Device device, List<Precision> wanted) {
    return device.is_cpu() ? List.of(Precision.FP32) : wanted.stream().distinct().sorted().toList();
  }

  /** Of samples in 0..255. */
  static double toleranceOfSamples(Precision precision) {
    return switch (precision) {
      case FP32 -> 0.01;
      case TF32 -> 1;
      case BF16 -> 8;
    };
  }

  /** Of losses, as part of the loss. */
  static double toleranceOfLosses(Precision precision) {
    return switch (precision) {
      case FP32 -> 1e-4;
      case TF32 -> 0.01;
      case BF16 -> 0.05;
    };
  }
}
