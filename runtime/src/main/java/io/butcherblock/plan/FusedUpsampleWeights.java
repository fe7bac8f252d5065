package io.butcherblock.plan;

import io.butcherblock.device.HostTensors;
import java.util.Map;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorArrayRef;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * The weights of {@link Operation.FusedUpsample}, and how it is executed.
 *
 * <p>With a the first convolution and b the second one, the network computes b(shuffle(a(x))). As b
 * after the shuffle is a convolution d of the small feature maps, whose channels are the places
 * within a small pixel, it is shuffle(d(a(x))), and the kernel of d after a is the convolution of
 * both kernels. Only the outermost small pixels differ: there b sees zeros around the shuffled
 * maps, and the one convolution would see what a makes of its surroundings. They are computed as
 * the network does.
 */
final class FusedUpsampleWeights implements AutoCloseable {

  private static final long[] ONE = {1, 1};

  /** The rows or columns that the outermost one depends on: its own and one for each kernel. */
  private static final long BORDER = 3;

  /**
   * Input channels whose kernels are composed at once: in double precision the library unfolds each
   * to a matrix, 2 MB where the network has 256 channels.
   */
  private static final long AT_ONCE = 32;

  private final KernelTensors first;
  private final KernelTensors second;
  private final KernelTensors both;
  private final int factor;

  FusedUpsampleWeights(Operation.FusedUpsample enlarge, Map<String, Tensor> parameters) {
    this.factor = enlarge.factor();
    this.first = KernelTensors.of(enlarge.first(), parameters);
    this.second = KernelTensors.of(enlarge.second(), parameters);
    this.both = compose();
  }

  private KernelTensors compose() {
    try (PointerScope scope = new PointerScope()) {
      Tensor a = KernelTensors.onHost(first.weight());
      Tensor d = behindShuffle();
      // A library's convolution does not turn its kernel over, ours does.
      Tensor turned = d.flip(2, 3);
      long channels = a.size(1);
      TensorVector parts = new TensorVector();
      for (long from = 0; from < channels; from += AT_ONCE) {
        long count = Math.min(AT_ONCE, channels - from);
        parts.push_back(composed(a.narrow(1, from, count), turned));
      }
      Tensor composed = torch.cat(new TensorArrayRef(parts), 0);
      Tensor biasOfFirst = d.sum(2, 3).matmul(KernelTensors.onHost(first.bias()));
      Tensor biasOfSecond =
          KernelTensors.onHost(second.bias()).repeat_interleave((long) factor * factor);
      return KernelTensors.rounded(
          composed.transpose(0, 1).contiguous(),
          biasOfFirst.add(biasOfSecond),
          first.weight().device());
    }
  }

  /** Of some input channels, which are a batch of images of 3x3 pixels here. */
  private static Tensor composed(Tensor a, Tensor turned) {
    return torch.conv2d(
        a.transpose(0, 1), turned, new TensorOptional(), ONE, new long[] {2, 2}, ONE, 1);
  }

  /** The second convolution as one before the shuffle: [out r^2, in r^2, 3, 3]. */
  private Tensor behindShuffle() {
    int out = (int) second.weight().size(0);
    int in = (int) second.weight().size(1);
    int side = (int) second.weight().size(2);
    double[] kernel = new double[out * in * side * side];
    new DoublePointer(KernelTensors.onHost(second.weight()).data_ptr_double()).get(kernel);
    int area = factor * factor;
    double[] wide = new double[out * area * in * area * side * side];
    for (int o = 0; o < out; o++) {
      for (int c = 0; c < in; c++) {
        for (int ky = 0; ky < side; ky++) {
          for (int kx = 0; kx < side; kx++) {
            double weight = kernel[((o * in + c) * side + ky) * side + kx];
            for (int place = 0; place < area; place++) {
              int y = place / factor + ky - side / 2;
              int x = place % factor + kx - side / 2;
              int from = Math.floorMod(y, factor) * factor + Math.floorMod(x, factor);
              int row = Math.floorDiv(y, factor) + side / 2;
              int column = Math.floorDiv(x, factor) + side / 2;
              int filter = (o * area + place) * in * area + c * area + from;
              wide[(filter * side + row) * side + column] += weight;
            }
          }
        }
      }
    }
    return HostTensors.of(wide, (long) out * area, (long) in * area, side, side);
  }

  /**
   * Enlarges feature maps.
   *
   * @param x [N, C, H, W]; still the caller's
   * @return a new tensor [N, out, factor H, factor W]
   */
  Tensor apply(Tensor x) {
    Tensor large;
    try (Tensor wide = both.convolve(x, 2)) {
      large = torch.pixel_shuffle(wide, factor);
    }
    for (int dimension = 2; dimension <= 3; dimension++) {
      correctBorder(x, large, dimension);
    }
    return large;
  }

  /** Puts right the first and the last {@code factor} lines of {@code large}. */
  private void correctBorder(Tensor x, Tensor large, int dimension) {
    long size = x.size(dimension);
    long depth = Math.min(BORDER, size);
    try (PointerScope scope = new PointerScope()) {
      Tensor start = asNetwork(x.narrow(dimension, 0, depth));
      large.narrow(dimension, 0, factor).copy_(start.narrow(dimension, 0, factor));
      Tensor end = asNetwork(x.narrow(dimension, size - depth, depth));
      large
          .narrow(dimension, (size - 1) * factor, factor)
          .copy_(end.narrow(dimension, (depth - 1) * factor, factor));
    }
  }

  private Tensor asNetwork(Tensor strip) {
    return second.convolve(torch.pixel_shuffle(first.convolve(strip, 1), factor), 1);
  }

  @Override
  public void close() {
    first.close();
    second.close();
    both.close();
  }
}
