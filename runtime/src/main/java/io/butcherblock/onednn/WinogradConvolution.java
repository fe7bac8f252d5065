package io.butcherblock.onednn;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.memory;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * A 3x3 convolution with stride 1 and zeros around the image by Winograd's algorithm F(4x4, 3x3):
 * 36 multiplications for each tile of 4x4 pixels and pair of channels instead of 144 (Lavin and
 * Gray, "Fast algorithms for convolutional neural networks", CVPR 2016). Rounds a little more than
 * the direct one.
 *
 * <p>Owns its copies of the weights: close it. Locks the library while it convolves.
 */
public final class WinogradConvolution implements AutoCloseable {

  /**
   * The least channels for which it was faster than a direct one: with 32 it took 0.64 of the time,
   * with 16 more than all of it.
   */
  private static final int LEAST = 32;

  /**
   * What one convolution may need beside its input and result. With many channels oneDNN transforms
   * the whole image before it multiplies; rows are worked on in strips then.
   */
  private static final long MOST_SCRATCH = 64L << 20;

  private final OneDnn library;
  private final Tensor weight;
  private final Tensor bias;

  /** In the orders of the kernels that were used. */
  private final List<Transformed> transformed = new ArrayList<>();

  private record Transformed(memory.desc order, memory weights) {}

  /**
   * Copies weights.
   *
   * @param weight float32 [out, in, 3, 3] in main memory; stays the caller's
   * @param bias float32 [out]; stays the caller's
   */
  public WinogradConvolution(OneDnn library, Tensor weight, Tensor bias) {
    this.library = library;
    try (PointerScope scope = new PointerScope()) {
      Tensor ownWeight = weight.contiguous(torch.MemoryFormat.Contiguous).clone();
      Tensor ownBias = bias.clone();
      // Not before both are there.
      this.weight = ownWeight.retainReference();
      this.bias = ownBias.retainReference();
    }
  }

  /** Whether a 3x3 convolution with so many channels is worth it and can be done. */
  public static boolean suits(int in, int out) {
    return in >= LEAST
        && out >= LEAST
        && in % BlockedLayout.BLOCK == 0
        && out % BlockedLayout.BLOCK == 0;
  }

  /**
   * Convolves.
   *
   * @param x feature maps in the {@link BlockedLayout}; stays the caller's
   * @return a new tensor in this layout, of the same height and width, which the caller closes
   * @throws OneDnn.Failure if oneDNN cannot, such as for lack of memory
   */
  public Tensor convolve(Tensor x) {
    synchronized (library) {
      try (PointerScope scope = new PointerScope()) {
        long height = x.size(2);
        Tensor y = BlockedLayout.empty(library, x.size(0), weight.size(0), height, x.size(3));
        long rows = rows(x);
        if (rows == height) {
          run(x, y, 1, 1);
        } else {
          for (long first = 0; first < height; first += rows) {
            strip(x, y, first, Math.min(first + rows, height));
          }
        }
        return y.retainReference();
      }
    }
  }

  /** How many rows of the result can be computed at once. */
  private long rows(Tensor x) {
    long rows = x.size(2);
    while (rows > 16 && kernel(x, rows, 1, 1).scratch() > MOST_SCRATCH) {
      rows = (rows + 1) / 2;
    }
    return rows;
  }

  /** The rows from {@code first} up to {@code end} of the result. */
  private void strip(Tensor x, Tensor y, long first, long end) {
    try (PointerScope scope = new PointerScope()) {
      int zerosAbove = first == 0 ? 1 : 0;
      int zerosBelow = end == x.size(2) ? 1 : 0;
      long from = first - 1 + zerosAbove;
      Tensor source = x.narrow(2, from, end + 1 - zerosBelow - from).contiguous();
      Tensor target =
          BlockedLayout.empty(library, x.size(0), weight.size(0), end - first, x.size(3));
      run(source, target, zerosAbove, zerosBelow);
      y.narrow(2, first, end - first).copy_(target);
    }
  }

  private void run(Tensor x, Tensor y, int zerosAbove, int zerosBelow) {
    try (PointerScope scope = new PointerScope()) {
      CompiledKernel kernel = kernel(x, y.size(2), zerosAbove, zerosBelow);
      memory ordered = weights(kernel);
      kernel.run(
          library,
          map -> {
            map.put(dnnl.DNNL_ARG_SRC, TensorMemory.ofMaps(library, x));
            map.put(dnnl.DNNL_ARG_WEIGHTS, ordered);
            map.put(dnnl.DNNL_ARG_BIAS, TensorMemory.ofVector(library, bias));
            map.put(dnnl.DNNL_ARG_DST, TensorMemory.ofMaps(library, y));
          });
    }
  }

  private CompiledKernel kernel(Tensor x, long rows, int zerosAbove, int zerosBelow) {
    return library
        .kernels()
        .convolution(
            ConvolutionKernels.Pass.FORWARD,
            new ConvolutionKernels.Size(
                x.size(0),
                weight.size(1),
                weight.size(0),
                rows,
                x.size(3),
                zerosAbove,
                zerosBelow,
                torch.get_num_threads()));
  }

  private memory weights(CompiledKernel kernel) {
    for (Transformed known : transformed) {
      if (known.order.equals(kernel.weights())) {
        return known.weights;
      }
    }
    memory ordered = kernel.newWeights(library);
    TensorMemory.copy(library, TensorMemory.ofWeights(library, weight), ordered);
    memory.desc order = new memory.desc(kernel.weights());
    // Not before both are there.
    Transformed made = new Transformed(order.retainReference(), ordered.retainReference());
    transformed.add(made);
    return made.weights;
  }

  @Override
  public void close() {
    for (Transformed known : transformed) {
      known.order.close();
      known.weights.close();
    }
    weight.close();
    bias.close();
  }
}
