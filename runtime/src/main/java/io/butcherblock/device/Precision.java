package io.butcherblock.device;

import io.butcherblock.error.ButcherblockException;
import java.util.Locale;
import org.bytedeco.pytorch.Device;

/**
 * How exactly the products inside convolutions and of matrices are taken. Weights are float32 in
 * all of them.
 */
public enum Precision {
  /** Float32, 24 significant bits. */
  FP32,

  /** On NVIDIA's tensor cores, from factors of 11 significant bits; sums in float32. */
  TF32,

  /**
   * Convolutions and the feature maps between them in bfloat16, 8 significant bits; sums in
   * float32. In training, gradients of the weights are float32.
   */
  BF16;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Checks that a device has this precision.
   *
   * @throws ButcherblockException if {@code device} has not
   */
  public void check(Device device) {
    if (this == TF32 && device.is_cpu()) {
      throw new ButcherblockException(
          "The precision tf32 is one of NVIDIA's GPUs, and this runs on the CPU: choose fp32 or"
              + " bf16.");
    }
  }
}
