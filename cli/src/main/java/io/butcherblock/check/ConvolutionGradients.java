package io.butcherblock.check;

import io.butcherblock.check.GradientTrial.Layout;
import io.butcherblock.device.HostTensors;
import io.butcherblock.device.Precision;
import io.butcherblock.device.ThreadCount;
import io.butcherblock.execute.Autocast;
import io.butcherblock.execute.Convolutions;
import io.butcherblock.execute.Float32Products;
import io.butcherblock.onednn.BlockedLayout;
import io.butcherblock.onednn.OneDnn;
import io.butcherblock.onednn.TrainedConvolution;
import io.butcherblock.onednn.WinogradConvolution;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.bytedeco.javacpp.BoolPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.T_TensorTensorTensor_T;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** Takes the gradients of a convolution of noise as training does, and in float64 on the CPU. */
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
   * All trials of a convolution: in float32 in each layout, and in bfloat16; on the CPU with one
   * thread, as training has it, and with all.
   *
   * @param device where they are computed
   */
  static List<GradientTrial> of(ConvolutionShape shape, Device device) {
    List<GradientTrial> trials = new ArrayList<>();
    int all = ThreadCount.get();
    try (ConvolutionGradients gradients = new ConvolutionGradients(shape, device)) {
      for (int threads : device.is_cpu() && all > 1 ? new int[] {1, all} : new int[] {all}) {
        for (Layout layout : gradients.layouts()) {
          trials.add(gradients.trial(layout, Precision.FP32, threads));
        }
        trials.add(gradients.trial(Layout.CHANNELS_LAST, Precision.BF16, threads));
      }
    }
    return trials;
  }

  /** Those that there are on this device for this convolution. */
  private List<Layout> layouts() {
    List<Layout> layouts = new ArrayList<>(List.of(Layout.values()));
    boolean winograd =
        shape.kernel() == 3
            && WinogradConvolution.suits(shape.in(), shape.out())
            && device.is_cpu()
            && OneDnn.open().isPresent();
    if (!winograd) {
      layouts.remove(Layout.WINOGRAD);
    }
    return layouts;
  }

  private GradientTrial trial(Layout layout, Precision precision, int threads) {
    ThreadCount.lock();
    try {
      double[] worst = ThreadCount.with(threads, () -> differences(layout, precision));
      return new GradientTrial(
          shape.toString(), layout, precision, threads, worst[0], worst[1], worst[2]);
    } finally {
      ThreadCount.unlock();
    }
  }

  private double[] differences(Layout layout, Precision precision) {
    double[] worst = new double[expected.size()];
    for (int repetition = 0; repetition < REPETITIONS; repetition++) {
      try (PointerScope here = new PointerScope();
          Float32Products exact = Float32Products.of(precision, device)) {
        List<Tensor> actual = gradients(layout, precision);
        for (int i = 0; i < worst.length; i++) {
          // Math.max keeps a NaN.
          worst[i] = Math.max(worst[i], difference(expected.get(i), actual.get(i)));
        }
      }
    }
    return worst;
  }

  private List<Tensor> gradients(Layout layout, Precision precision) {
    return switch (layout) {
      case NCHW -> backward(onDevice(torch.MemoryFormat.Contiguous));
      case CHANNELS_LAST -> recorded(onDevice(torch.MemoryFormat.ChannelsLast), precision);
      case WINOGRAD -> winograd(OneDnn.open().orElseThrow());
    };
  }

  private Operands onDevice(torch.MemoryFormat format) {
    return operands.map(tensor -> tensor.to(device, tensor.scalar_type()).contiguous(format));
  }

  /** As autograd takes them of a network's convolution. */
  private List<Tensor> recorded(Operands of, Precision precision) {
    Tensor bias = torch.zeros(new long[] {shape.out()}).to(device, torch.ScalarType.Float);
    List<Tensor> variables = Stream.of(of.x, of.weight, bias).map(Tensor::detach).toList();
    for (Tensor variable : variables) {
      variable.set_requires_grad(true);
    }
    Tensor y;
    try (Autocast region = Autocast.of(precision, device)) {
      y =
          Convolutions.of(
              variables.get(0),
              variables.get(1),
              Optional.of(variables.get(2)),
              shape.kernel() / 2);
    }
    y.mul(of.ofOutput).sum().backward();
    return variables.stream().map(Tensor::grad).toList();
  }

  private List<Tensor> winograd(OneDnn library) {
    Tensor bias = torch.zeros(shape.out());
    TrainedConvolution convolution = new TrainedConvolution(library, operands.weight, bias);
    Tensor x = BlockedLayout.of(library, operands.x);
    Tensor ofOutput = BlockedLayout.of(library, operands.ofOutput);
    Tensor byInput = BlockedLayout.undo(library, convolution.byInput(ofOutput));
    TrainedConvolution.ByWeights own = convolution.byWeights(x, ofOutput);
    return List.of(byInput, own.weight(), own.bias());
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
