package io.butcherblock.check;

import io.butcherblock.check.GradientTrial.Layout;
import io.butcherblock.device.HostTensors;
import io.butcherblock.device.Precision;
import io.butcherblock.device.ThreadCount;
import io.butcherblock.execute.Float32Products;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.bytedeco.javacpp.BoolPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.T_TensorTensorTensor_T;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** Takes the gradients of a convolution of noise in float32, and in float64 on the CPU. */
final class ConvolutionGradients implements AutoCloseable {

  private static final long[] ONE = {1, 1};
  private static final long[] ZERO = {0, 0};

  /** Of the weights, so that sums of many products are about as large as the input. */
  private static final double SPREAD = 0.05;

  /** What memory happens to hold decides whether some faults show. */
  private static final int REPETITIONS = 3;

  /** Input, weights, and the gradient of the output. */
  private record Operands(Tensor x, Tensor weight, Tensor ofOutput) {

    Operands map(UnaryOperator<Tensor> change) {
      return new Operands(change.apply(x), change.apply(weight), change.apply(ofOutput));
    }
  }

  private final PointerScope scope = new PointerScope();
  private final ConvolutionShape shape;
  private final Device device;
  private final Operands operands;
  private final List<Tensor> expected;

  private ConvolutionGradients(ConvolutionShape shape, Device device) {
    this.shape = shape;
    this.device = device;
    Random random = new Random(1);
    this.operands =
        new Operands(
            noise(random, 1, shape.n(), shape.in(), shape.side(), shape.side()),
            noise(random, SPREAD, shape.out(), shape.in(), shape.kernel(), shape.kernel()),
            noise(random, 1, shape.n(), shape.out(), shape.side(), shape.side()));
    this.expected = backward(operands.map(tensor -> tensor.to(torch.ScalarType.Double)));
  }

  /**
   * All trials of a convolution: in each layout, and on the CPU with one thread, as training has
   * it, and with all.
   *
   * @param device where float32 is computed
   */
  static List<GradientTrial> of(ConvolutionShape shape, Device device) {
    List<GradientTrial> trials = new ArrayList<>();
    int all = ThreadCount.get();
    try (ConvolutionGradients gradients = new ConvolutionGradients(shape, device)) {
      for (Layout layout : Layout.values()) {
        if (device.is_cpu() && all > 1) {
          trials.add(gradients.trial(layout, 1));
        }
        trials.add(gradients.trial(layout, all));
      }
    }
    return trials;
  }

  private GradientTrial trial(Layout layout, int threads) {
    ThreadCount.lock();
    try {
      double[] worst = ThreadCount.with(threads, () -> differences(layout));
      return new GradientTrial(shape.toString(), layout, threads, worst[0], worst[1], worst[2]);
    } finally {
      ThreadCount.unlock();
    }
  }

  private double[] differences(Layout layout) {
    torch.MemoryFormat format =
        layout == Layout.NCHW ? torch.MemoryFormat.Contiguous : torch.MemoryFormat.ChannelsLast;
    double[] worst = new double[expected.size()];
    for (int repetition = 0; repetition < REPETITIONS; repetition++) {
      try (PointerScope here = new PointerScope();
          Float32Products exact = Float32Products.of(Precision.FP32, device)) {
        List<Tensor> actual =
            backward(
                operands.map(tensor -> tensor.to(device, tensor.scalar_type()).contiguous(format)));
        for (int i = 0; i < worst.length; i++) {
          // Math.max keeps a NaN.
          worst[i] = Math.max(worst[i], difference(expected.get(i), actual.get(i)));
        }
      }
    }
    return worst;
  }

  /** The largest difference, as part of the largest value. */
  private static double difference(Tensor expected, Tensor actual) {
    Tensor wide = actual.cpu().to(torch.ScalarType.Double);
    double largest = expected.abs().max().item_double();
    return wide.sub(expected).abs().max().item_double() / largest;
  }

  /** The gradients of input, weights and bias. */
  private List<Tensor> backward(Operands of) {
    long margin = shape.kernel() / 2;
    T_TensorTensorTensor_T gradients =
        torch.convolution_backward(
            of.ofOutput,
            of.x,
            of.weight,
            new long[] {shape.out()},
            ONE,
            new long[] {margin, margin},
            ONE,
            false,
            ZERO,
            1,
            new BoolPointer(3).put(0, true).put(1, true).put(2, true));
    return List.of(gradients.get0(), gradients.get1(), gradients.get2());
  }

  private static Tensor noise(Random random, double spread, long... shape) {
    int numel = 1;
    for (long size : shape) {
      numel = Math.toIntExact(numel * size);
    }
    float[] values = new float[numel];
    for (int i = 0; i < numel; i++) {
      values[i] = (float) (spread * random.nextGaussian());
    }
    return HostTensors.of(values, shape);
  }

  @Override
  public void close() {
    scope.close();
  }
}
