package io.butcherblock.benchmarks.limit;

import io.butcherblock.benchmarks.process.Work;
import org.bytedeco.javacpp.BoolPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/** One convolution, several times, so that it takes long enough to be timed. */
final class Convolving implements Work {

  static final int REPETITIONS = 4;

  private static final long[] ZERO = {0, 0};

  private final Layout layout;
  private final boolean training;
  private final Tensor x;
  private final Tensor weight;
  private final Tensor bias;

  Convolving(Layout layout, ConvolutionSize size) {
    this.layout = layout;
    this.training = size.training();
    try (PointerScope scope = new PointerScope()) {
      int c = size.channels();
      this.x = layout.arrange(torch.randn(size.shape())).retainReference();
      this.weight = layout.arrangeWeight(torch.randn(c, c, 3, 3), size).retainReference();
      this.bias = torch.randn(c).retainReference();
    }
  }

  @Override
  public float[] run() {
    for (int i = 0; i < REPETITIONS; i++) {
      try (PointerScope scope = new PointerScope()) {
        Tensor y = layout.convolve(x, weight, new TensorOptional(bias));
        if (training) {
          backward(y);
        }
      }
    }
    return new float[0];
  }

  /** The result stands for its gradient: the time does not depend on the values. */
  private void backward(Tensor y) {
    torch.convolution_backward(
        y,
        x,
        weight,
        new long[] {bias.numel()},
        Layout.ONE,
        Layout.ONE,
        Layout.ONE,
        false,
        ZERO,
        1,
        ofAll());
  }

  /** Asks for the gradients of input, weight and bias. */
  private static BoolPointer ofAll() {
    return new BoolPointer(3).put(0, true).put(1, true).put(2, true);
  }

  @Override
  public void close() {
    x.close();
    weight.close();
    bias.close();
  }
}
