package io.butcherblock.benchmarks.limit;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.MemoryFormat;

/** How feature maps lie in memory. */
enum Layout {
  NCHW("NCHW"),

  CHANNELS_LAST("channels_last") {
    @Override
    Tensor arrange(Tensor x) {
      return x.contiguous(MemoryFormat.ChannelsLast);
    }

    @Override
    Tensor arrangeWeight(Tensor weight, ConvolutionSize size) {
      return weight.contiguous(MemoryFormat.ChannelsLast);
    }
  },

  /** oneDNN's own, with the weight arranged beforehand where no gradient of it is wanted. */
  BLOCKED("oneDNN blocked") {
    @Override
    Tensor arrange(Tensor x) {
      return x.to_mkldnn();
    }

    @Override
    Tensor arrangeWeight(Tensor weight, ConvolutionSize size) {
      if (size.training()) {
        return weight.contiguous();
      }
      try (Tensor opaque = weight.to_mkldnn()) {
        return torch.mkldnn_reorder_conv2d_weight(opaque, ONE, ONE, ONE, 1, size.shape());
      }
    }

    @Override
    Tensor convolve(Tensor x, Tensor weight, TensorOptional bias) {
      return torch.mkldnn_convolution(x, weight, bias, ONE, ONE, ONE, 1);
    }
  };

  static final long[] ONE = {1, 1};

  private final String title;

  Layout(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }

  /** A new tensor in this layout. */
  Tensor arrange(Tensor x) {
    return x.contiguous();
  }

  Tensor arrangeWeight(Tensor weight, ConvolutionSize size) {
    return weight.contiguous();
  }

  Tensor convolve(Tensor x, Tensor weight, TensorOptional bias) {
    return torch.conv2d(x, weight, bias, ONE, ONE, ONE, 1);
  }
}
