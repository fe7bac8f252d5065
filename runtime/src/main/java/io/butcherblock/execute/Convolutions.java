package io.butcherblock.execute;

import java.util.Optional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.DeviceType;
import org.bytedeco.pytorch.global.torch.ScalarType;

/** LibTorch's convolutions of step 1, in the precision of the region that they are in. */
public final class Convolutions {

  private static final long[] ONE = {1, 1};

  private Convolutions() {}

  /**
   * Convolves feature maps with filters; gradients reach all operands.
   *
   * <p>In bfloat16 the CPU takes channels in pairs. Where their number is odd, LibTorch's oneDNN
   * may take memory that was never set for the missing one, and gradients are noise or NaN
   * (docs/gradients.md): there the convolution is in float32.
   *
   * @param x [N, in, H, W]
   * @param weight float32 [out, in, side, side]
   * @param bias float32 [out]; zeros if empty
   * @param padding pixels of zeros around x
   * @return a new tensor, which the caller closes
   */
  public static Tensor of(Tensor x, Tensor weight, Optional<Tensor> bias, long padding) {
    if (weight.is_cpu() && isOdd(weight) && torch.is_autocast_enabled(DeviceType.CPU)) {
      try (Autocast region = Autocast.off(DeviceType.CPU);
          Tensor wide = x.to(ScalarType.Float)) {
        return convolve(wide, weight, bias, padding);
      }
    }
    return convolve(x, weight, bias, padding);
  }

  private static boolean isOdd(Tensor weight) {
    return weight.size(0) % 2 == 1 || weight.size(1) % 2 == 1;
  }

  private static Tensor convolve(Tensor x, Tensor weight, Optional<Tensor> bias, long padding) {
    try (TensorOptional optional = bias.map(TensorOptional::new).orElseGet(TensorOptional::new)) {
      return torch.conv2d(x, weight, optional, ONE, new long[] {padding, padding}, ONE, 1);
    }
  }
}
