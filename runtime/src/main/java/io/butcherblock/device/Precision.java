package io.butcherblock.device;

import io.butcherblock.error.ButcherblockException;
import java.util.List;
import java.util.Locale;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.global.torch;

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
   * Tells LibTorch, for the whole process.
   *
   * @throws ButcherblockException if {@code device} cannot
   */
  public void use(Device device) {
    if (this == TF32 && device.is_cpu()) {
      throw new ButcherblockException(
          "The precision tf32 is one of NVIDIA's GPUs, and this runs on the CPU: choose fp32 or"
              + " bf16.");
    }
    // Said in any case, for the library's own default is tf32; its other switch for it is
    // deprecated and says so on standard error.
    for (torch.Float32Op operator : List.of(torch.Float32Op.CONV, torch.Float32Op.MATMUL)) {
      torch
          .globalContext()
          .setFloat32Precision(
              torch.Float32Backend.CUDA,
              operator,
              this == TF32 ? torch.Float32Precision.TF32 : torch.Float32Precision.IEEE);
    }
  }

  /** Opens a region in which operators on {@code device} follow this precision; to be closed. */
  public Autocast autocast(Device device) {
    return this == BF16
        ? Autocast.to(torch.ScalarType.BFloat16, device.type())
        : Autocast.off(device.type());
  }
}
