package io.butcherblock.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.butcherblock.nn.OdeBlock;
import io.butcherblock.nn.Parameters;
import java.util.Map;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/** Compares gradients with central differences, in double precision. */
final class Gradients {

  private static final double STEP = 1e-6;

  private Gradients() {}

  /** Of the first element of each parameter; the loss is a weighted sum of what a block makes. */
  static void assertThoseOfDifferences(
      OdeBlock block, Parameters parameters, Tensor y0, Tensor weights) {
    try (Tensor loss = loss(block, y0, weights)) {
      loss.backward();
    }
    for (Map.Entry<String, Tensor> entry : parameters.byName().entrySet()) {
      Tensor first = first(entry.getValue().detach());
      double difference =
          (shifted(block, y0, weights, first, STEP) - shifted(block, y0, weights, first, -STEP))
              / (2 * STEP);
      double gradient = Float64.read(entry.getValue().grad())[0];
      assertEquals(difference, gradient, 1e-6 * Math.max(1, Math.abs(difference)), entry.getKey());
    }
  }

  /** The element at (0, ..., 0), in the tensor's own memory whatever its layout. */
  private static Tensor first(Tensor tensor) {
    Tensor element = tensor;
    while (element.dim() > 0) {
      element = element.select(0, 0);
    }
    return element;
  }

  private static Tensor loss(OdeBlock block, Tensor y0, Tensor weights) {
    try (Tensor y1 = block.forward(y0);
        Tensor weighted = y1.mul(weights)) {
      return weighted.sum();
    }
  }

  private static double shifted(
      OdeBlock block, Tensor y0, Tensor weights, Tensor element, double by) {
    try (Scalar there = new Scalar(by);
        Scalar back = new Scalar(-by)) {
      element.add_(there);
      double loss = Float64.read(loss(block, y0, weights))[0];
      element.add_(back);
      return loss;
    }
  }
}
