package io.butcherblock.device;

import io.butcherblock.error.ButcherblockException;
import java.util.Locale;
import org.bytedeco.pytorch.Device;

/**
 * How exactly the products inside convolutions and matrix products are computed. Weights are
 * float32 in all cases.
 */
public enum Precision {
  /** float32, 24 significant bits. */
  FP32,

  /** TF32 on NVIDIA's tensor cores: factors of 11 significant bits, sums in float32. */
  TF32,

  /**
   * Convolutions and the feature maps between them in bfloat16, 8 significant bits; sums in
   * float32. On a CPU convolutions to or from an odd number of channels, such as the first and the
   * last, are float32. In training, gradients of the weights are float32.
   */
  BF16;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Checks that a device can compute in this precision.
   *
   * @param device stays the caller's
   * @throws ButcherblockException if it cannot: TF32 needs a GPU
   */
  public void check(Device device) {
    if (this == TF32 && device.is_cpu()) {
      throw new ButcherblockException(
          "The precision tf32 is one of NVIDIA's GPUs, and this runs on the CPU: choose fp32 or"
              + " bf16.");
    }
  }
}
