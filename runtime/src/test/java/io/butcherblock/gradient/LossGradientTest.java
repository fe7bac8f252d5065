package io.butcherblock.gradient;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.butcherblock.nn.Tensors;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.junit.jupiter.api.Test;

class LossGradientTest {

  /** As those of a network with a part that its output does not depend on. */
  @Test
  void parametersThatTheLossDoesNotDependOnHaveNoGradientInTheSumEither() {
    try (PointerScope scope = new PointerScope()) {
      Tensor unused = Tensors.of(new float[] {5}, 1).requires_grad_(true);
      Tensor used = Tensors.of(new float[] {1, 2}, 2).requires_grad_(true);
      TensorVector parameters = new TensorVector(unused, used);
      // The sum of 3 p and that of 4 p.
      LossGradient first = LossGradient.of(used.mul(new Scalar(3.0)).sum(), parameters);
      LossGradient second = LossGradient.of(used.mul(new Scalar(4.0)).sum(), parameters);

      try (LossGradient sum = first.plus(second)) {
        assertEquals(9 + 12, sum.loss().item_double());
        assertFalse(sum.gradient().get(0).defined());
        assertArrayEquals(new float[] {7, 7}, Tensors.toArray(sum.gradient().get(1)));
        assertEquals(1, sum.defined().size());
      }
    }
  }
}
