package io.butcherblock.nn;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** Parametric ReLU with one slope a channel, initially 1/4. */
final class ParametricRelu {

  private final Tensor slope;

  ParametricRelu(ParameterScope parameters, int channels) {
    this.slope = parameters.add("weight", torch.full(new long[] {channels}, new Scalar(0.25)));
  }

  Tensor apply(Tensor x) {
    return torch.prelu(x, slope);
  }
}
