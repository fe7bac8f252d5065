package io.butcherblock.reverse;

import org.bytedeco.pytorch.BoolOptional;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/** Gradients of what LibTorch recorded, each taken once: the record is let go of. */
public final class Autograd {

  private Autograd() {}

  /**
   * The gradient of a number.
   *
   * @param output of one element
   * @param variables tensors whose gradients are recorded
   * @return a tensor for each variable, undefined where {@code output} does not depend on it; the
   *     open scope's
   */
  public static TensorVector gradient(TensorVector output, TensorVector variables) {
    return gradient(output, variables, new TensorVector());
  }

  /**
   * The gradient of a function of several tensors, by the chain rule.
   *
   * @param outputs tensors whose computation was recorded
   * @param variables tensors whose gradients are recorded
   * @param ofOutputs the gradient by each output, of its shape; none for outputs of one element
   * @return a tensor for each variable, undefined where no output depends on it; the open scope's
   */
  public static TensorVector gradient(
      TensorVector outputs, TensorVector variables, TensorVector ofOutputs) {
    BoolOptional graphIsNotKept = new BoolOptional();
    return torch.grad(outputs, variables, ofOutputs, graphIsNotKept, false, true);
  }
}
