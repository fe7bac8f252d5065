package io.butcherblock.gradient;

import io.butcherblock.distributed.GradientReducer;
import io.butcherblock.reverse.Autograd;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * A loss and its gradient by all parameters.
 *
 * @param loss the value, float64 [] on the device, where a GPU may still be at work on it
 * @param gradient a tensor for each parameter, in their order; undefined where the loss does not
 *     depend on it
 */
public record LossGradient(Tensor loss, TensorVector gradient) implements AutoCloseable {

  /** Differentiates {@code loss}, which stays the caller's. */
  static LossGradient of(Tensor loss, TensorVector parameters) {
    try (PointerScope scope = new PointerScope()) {
      TensorVector gradient = Autograd.gradient(new TensorVector(loss), parameters);
      return new LossGradient(value(loss), gradient.retainReference());
    }
  }

  /**
   * Differentiates {@code loss}, which stays the caller's.
   *
   * @return the loss of this process, with the gradient of the sum over all of them
   */
  static LossGradient summed(GradientReducer backward, Tensor loss, TensorVector parameters) {
    backward.run(loss);
    try (PointerScope scope = new PointerScope()) {
      TensorVector gradient = new TensorVector(parameters.size());
      for (long i = 0; i < parameters.size(); i++) {
        Tensor parameter = parameters.get(i);
        gradient.put(i, parameter.grad());
        // Not zero_grad(), which cannot let go of a gradient that is a view.
        parameter.mutable_grad().reset();
      }
      return new LossGradient(value(loss), gradient.retainReference());
    }
  }

  private static Tensor value(Tensor loss) {
    return loss.detach().to(torch.ScalarType.Double).retainReference();
  }

  /** The sum, in the memory of this one; closes {@code term}. */
  LossGradient plus(LossGradient term) {
    try (term) {
      loss.add_(term.loss);
      accumulate(term.gradient);
      return this;
    }
  }

  private void accumulate(TensorVector other) {
    for (long i = 0; i < gradient.size(); i++) {
      try (Tensor target = gradient.get(i);
          Tensor term = other.get(i)) {
        if (target.defined()) {
          target.add_(term);
        }
      }
    }
  }

  /** The gradients by the parameters that the loss depends on. */
  public List<Tensor> defined() {
    return Arrays.stream(gradient.get()).filter(Tensor::defined).toList();
  }

  @Override
  public void close() {
    loss.close();
    gradient.close();
  }
}
