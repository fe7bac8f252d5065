package io.butcherblock.onednn;

import org.bytedeco.dnnl.memory;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Parametric ReLU of feature maps in the {@link BlockedLayout}.
 *
 * @param slopes float32 [channels] in main memory; stays the caller's
 */
public record BlockedPRelu(OneDnn library, Tensor slopes) {

  /**
   * x where x is positive, else its channel's slope times x.
   *
   * @param x stays the caller's
   * @return a new tensor of the same shape, which the caller closes
   * @throws OneDnn.Failure if oneDNN cannot
   */
  public Tensor apply(Tensor x) {
    try (PointerScope scope = new PointerScope()) {
      long[] shape = BlockedLayout.shape(x);
      Tensor y = BlockedLayout.empty(shape);
      PReluKernel kernel =
          library
              .kernels()
              .prelu(
                  new PReluKernel.Size(
                      shape[0], shape[1], shape[2], shape[3], torch.get_num_threads()));
      kernel.run(
          library,
          BlockedLayout.memory(library, x),
          BlockedLayout.memory(
              library, slopes, new long[] {1, shape[1], 1, 1}, memory.format_tag.nChw16c),
          BlockedLayout.memory(library, y));
      return y.retainReference();
    }
  }
}
