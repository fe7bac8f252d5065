package io.butcherblock.nn;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/**
 * Convolution 3x3, padding 1, with bias; initialised as PyTorch's Conv2d: uniform in +-1/sqrt(9
 * C_in).
 */
final class Convolution {

  /** How many pixels to each side the result depends on. */
  static final int RADIUS = 1;

  /** Side of the kernel in pixels. */
  static final int SIZE = 3;

  private static final long[] ONE = {1, 1};

  private final Tensor weight;
  private final Tensor bias;

  Convolution(ParameterScope parameters, int in, int out) {
    double bound = 1 / Math.sqrt(9.0 * in);
    try (Tensor initial = uniform(bound, out, in, SIZE, SIZE);
        // The library then takes and gives feature maps in this layout too, in which it is faster.
        Tensor channelsLast = initial.contiguous(torch.MemoryFormat.ChannelsLast)) {
      this.weight = parameters.add("weight", channelsLast);
    }
    try (Tensor initial = uniform(bound, out)) {
      this.bias = parameters.add("bias", initial);
    }
  }

  private static Tensor uniform(double bound, long... shape) {
    Tensor tensor = torch.empty(shape);
    tensor.uniform_(-bound, bound, null);
    return tensor;
  }

  /** The number of trainable scalars. */
  static long parameters(long in, long out) {
    return macsPerPixel(in, out) + out;
  }

  static long macsPerPixel(long in, long out) {
    return (long) SIZE * SIZE * in * out;
  }

  Tensor apply(Tensor x) {
    try (TensorOptional optional = new TensorOptional(bias)) {
      return torch.conv2d(x, weight, optional, ONE, ONE, ONE, 1);
    }
  }
}
