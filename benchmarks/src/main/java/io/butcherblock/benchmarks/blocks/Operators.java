package io.butcherblock.benchmarks.blocks;

import java.util.Map;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/** G-v2 by hand: PReLU, then a convolution. */
final class Operators {

  private static final long[] ONE = {1, 1};

  private Operators() {}

  /** The vector field of one stage, from 1. */
  static Tensor vectorField(Map<String, Tensor> weights, int stage, Tensor y) {
    try (Tensor active = torch.prelu(y, weights.get("relu" + stage + ".weight"));
        TensorOptional bias = new TensorOptional(weights.get("conv" + stage + ".bias"))) {
      Tensor weight = weights.get("conv" + stage + ".weight");
      return torch.conv2d(active, weight, bias, ONE, ONE, ONE, 1);
    }
  }
}
