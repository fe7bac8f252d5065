package io.butcherblock.onednn;

import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Parametric ReLU of feature maps in the {@link BlockedLayout}. Locks the library.
 *
 * @param slopes float32 [channels] in main memory; stays the caller's
 */
public record BlockedPRelu(OneDnn library, Tensor slopes) {

  /**
   * Gradients; owns them.
   *
   * @param byInput in the {@link BlockedLayout}
   * @param bySlopes [channels]
   */
  public record Gradient(Tensor byInput, Tensor bySlopes) implements AutoCloseable {

    @Override
    public void close() {
      byInput.close();
      bySlopes.close();
    }
  }

  /**
   * x where x is positive, else its channel's slope times x.
   *
   * @param x stays the caller's
   * @return a new tensor of the same shape, which the caller closes
   * @throws OneDnn.Failure if oneDNN cannot
   */
  public Tensor apply(Tensor x) {
    synchronized (library) {
      try (PointerScope scope = new PointerScope()) {
        Tensor y = BlockedLayout.empty(library, BlockedLayout.shape(x));
        kernel(x, false)
            .run(
                library,
                map -> {
                  map.put(dnnl.DNNL_ARG_SRC, TensorMemory.ofMaps(library, x));
                  map.put(dnnl.DNNL_ARG_WEIGHTS, TensorMemory.ofChannels(library, slopes));
                  map.put(dnnl.DNNL_ARG_DST, TensorMemory.ofMaps(library, y));
                });
        return y.retainReference();
      }
    }
  }

  /**
   * The gradients by input and slopes.
   *
   * @param x what was rectified; stays the caller's
   * @param ofOutput the gradient by the result, in the {@link BlockedLayout}; stays the caller's
   * @throws OneDnn.Failure if oneDNN cannot
   */
  public Gradient gradient(Tensor x, Tensor ofOutput) {
    synchronized (library) {
      try (PointerScope scope = new PointerScope()) {
        Tensor byInput = torch.empty_like(x);
        Tensor bySlopes = torch.empty_like(slopes);
        kernel(x, true)
            .run(
                library,
                map -> {
                  map.put(dnnl.DNNL_ARG_SRC, TensorMemory.ofMaps(library, x));
                  map.put(dnnl.DNNL_ARG_WEIGHTS, TensorMemory.ofChannels(library, slopes));
                  map.put(dnnl.DNNL_ARG_DIFF_DST, TensorMemory.ofMaps(library, ofOutput));
                  map.put(dnnl.DNNL_ARG_DIFF_SRC, TensorMemory.ofMaps(library, byInput));
                  map.put(dnnl.DNNL_ARG_DIFF_WEIGHTS, TensorMemory.ofChannels(library, bySlopes));
                });
        return new Gradient(byInput.retainReference(), bySlopes.retainReference());
      }
    }
  }

  private CompiledKernel kernel(Tensor x, boolean gradient) {
    long[] shape = BlockedLayout.shape(x);
    return library
        .kernels()
        .prelu(
            gradient,
            new PReluKernels.Size(shape[0], shape[1], shape[2], shape[3], torch.get_num_threads()));
  }
}
