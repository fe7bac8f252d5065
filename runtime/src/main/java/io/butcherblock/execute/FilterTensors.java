package io.butcherblock.execute;

import io.butcherblock.graph.Filter;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** The weights of convolutions as tensors, computed from trained ones; gradients reach these. */
public final class FilterTensors {

  private static final long[] HEIGHT_AND_WIDTH = {2, 3};

  private FilterTensors() {}

  /**
   * Computes the weights of a convolution.
   *
   * @param form how they follow
   * @param trained the trained tensor K, 4 dimensions; stays the caller's
   * @return a new tensor, channels last if K is, which the caller closes; it may share memory with
   *     {@code trained}, and is not to be written to
   */
  public static Tensor of(Filter.Form form, Tensor trained) {
    if (form == Filter.Form.TRAINED) {
      // As the others, it outlives an open scope.
      return new Tensor(trained).retainReference();
    }
    try (PointerScope scope = new PointerScope()) {
      Tensor transposed = trained.transpose(0, 1).flip(HEIGHT_AND_WIDTH);
      Tensor weights = form == Filter.Form.TRANSPOSED ? transposed : trained.sub(transposed);
      // Gradients of filters in the other layout are wrong on some virtual machines
      // (docs/gradients.md).
      return weights.contiguous(torch.MemoryFormat.ChannelsLast).retainReference();
    }
  }

  /**
   * The gradient by the trained tensor, from that by the weights that follow from it. The map of
   * one to the other is its own adjoint, in each form.
   *
   * @param form how the weights follow
   * @param ofWeights the gradient by the weights; stays the caller's
   * @return a new tensor, which the caller closes; it may share memory with {@code ofWeights}
   */
  public static Tensor gradient(Filter.Form form, Tensor ofWeights) {
    return of(form, ofWeights);
  }
}
