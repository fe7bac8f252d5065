package io.butcherblock.nn;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/**
 * Convolution 3x3, padding 1, with bias; initialised as PyTorch's Conv2d: uniform in +-1/sqrt(9
 * C_in).
 */
final class Convolution {

  private static final long[] ONE = {1, 1};

  private final Tensor weight;
  private final TensorOptional bias;

  Convolution(ParameterScope parameters, int in, int out) {
    double bound = 1 / Math.sqrt(9.0 * in);
    this.weight = parameters.add("weight", uniform(bound, out, in, 3, 3));
    this.bias = new TensorOptional(parameters.add("bias", uniform(bound, out)));
    // Lives as long as the network: keep it out of a scope that is open while the network is built.
    bias.retainReference();
  }

  private static Tensor uniform(double bound, long... shape) {
    return torch.empty(shape).uniform_(-bound, bound, null);
  }

  Tensor apply(Tensor x) {
    return torch.conv2d(x, weight, bias, ONE, ONE, ONE, 1);
  }
}
