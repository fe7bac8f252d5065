package io.butcherblock.nn;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** Parametric ReLU with one slope a channel, initially 1/4. */
final class ParametricRelu {

  private final Tensor slope;

  ParametricRelu(ParameterScope parameters, int channels) {
    try (Scalar quarter = new Scalar(0.25);
        Tensor initial = torch.full(new long[] {channels}, quarter)) {
      this.slope = parameters.add("weight", initial);
    }
  }

  Tensor apply(Tensor x) {
    return torch.prelu(x, slope);
  }
}
