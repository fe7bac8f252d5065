package io.butcherblock.examples.vectorfields;

import io.butcherblock.graph.NodeWriter;
import io.butcherblock.nn.ParameterScope;
import io.butcherblock.program.Value;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/**
 * Squeeze and excitation: x_c times s_c, where s = sigmoid(W_2 relu(W_1 z + b_1) + b_2) and z_c is
 * the mean of x_c over the image (Hu, Shen and Sun, CVPR 2018, eqs. (2)-(4)). W_1 takes C channels
 * to C/16 and W_2 back: convolutions 1x1 on an image of one pixel.
 */
final class ChannelAttention {

  private static final int REDUCTION = 16;
  private static final String DOWN = "down";
  private static final String UP = "up";
  private static final long[] ONE = {1, 1};
  private static final long[] NONE = {0, 0};

  private final Tensor downWeight;
  private final Tensor downBias;
  private final Tensor upWeight;
  private final Tensor upBias;

  ChannelAttention(ParameterScope parameters, int channels) {
    int few = reduced(channels);
    ParameterScope down = parameters.child(DOWN);
    ParameterScope up = parameters.child(UP);
    this.downWeight = uniform(down, "weight", channels, few, channels, 1, 1);
    this.downBias = uniform(down, "bias", channels, few);
    this.upWeight = uniform(up, "weight", few, channels, few, 1, 1);
    this.upBias = uniform(up, "bias", few, channels);
  }

  /** As PyTorch's Conv2d: uniform in +-1/sqrt(C_in), for a kernel of one pixel. */
  private static Tensor uniform(ParameterScope parameters, String name, int in, long... shape) {
    double bound = 1 / Math.sqrt(in);
    try (Tensor initial = torch.empty(shape)) {
      initial.uniform_(-bound, bound, null);
      return parameters.add(name, initial);
    }
  }

  private static int reduced(int channels) {
    return Math.max(1, channels / REDUCTION);
  }

  static long parameters(int channels) {
    return macs(channels) + reduced(channels) + channels;
  }

  /** For an image of any size, for the mean is one pixel. */
  static long macs(int channels) {
    return 2L * channels * reduced(channels);
  }

  Tensor apply(Tensor x) {
    try (Tensor squeezed = torch.adaptive_avg_pool2d(x, ONE);
        Tensor few = convolve(squeezed, downWeight, downBias);
        Tensor rectified = torch.relu(few);
        Tensor excited = convolve(rectified, upWeight, upBias);
        Tensor share = torch.sigmoid(excited)) {
      return x.mul(share);
    }
  }

  /** What {@link #apply} does, as nodes of a graph. */
  static Value describe(NodeWriter nodes, int channels, Value x) {
    int few = reduced(channels);
    Value squeezed = nodes.globalMean("squeezed", x);
    Value small = nodes.convolution(DOWN, channels, few, 1, squeezed);
    Value excited = nodes.convolution(UP, few, channels, 1, nodes.relu("rectified", small));
    return nodes.scaleChannels("attended", x, nodes.sigmoid("share", excited));
  }

  private static Tensor convolve(Tensor x, Tensor weight, Tensor bias) {
    try (TensorOptional optional = new TensorOptional(bias)) {
      return torch.conv2d(x, weight, optional, ONE, NONE, ONE, 1);
    }
  }
}
