package io.butcherblock.train;

import java.util.List;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/** The size of a gradient, computed where it lies: the host does not wait for it. */
final class GradientNorm {

  private GradientNorm() {}

  /**
   * What a gradient is divided by so that its norm is at most {@code largest}: 1 where it is.
   *
   * @param gradient a tensor for each parameter; still the caller's
   * @param largest Euclidean norm over all parameters, above 0
   * @return a new tensor, float32 []
   */
  static Tensor divisor(List<Tensor> gradient, double largest) {
    TensorVector norms =
        new TensorVector(gradient.stream().map(Tensor::norm).toArray(Tensor[]::new));
    return torch.stack(norms).norm().div(new Scalar(largest)).clamp_min(new Scalar(1.0));
  }
}
