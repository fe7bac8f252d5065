package io.butcherblock.nn;

import org.bytedeco.pytorch.Tensor;

/** One evaluation of a vector field G, the right-hand side of y' = G(y), with its weights. */
@FunctionalInterface
public interface RightHandSide {

  /**
   * Evaluates G.
   *
   * @param y feature maps [N, C, H, W]; left as it is, and still the caller's
   * @return a new tensor of the same shape, which the caller closes
   */
  Tensor apply(Tensor y);
}
