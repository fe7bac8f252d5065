package io.butcherblock.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.butcherblock.dsl.Coefficients;
import io.butcherblock.nn.OdeBlock;
import io.butcherblock.nn.Parameters;
import java.util.Map;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Gradients of trained coefficients pass through sums made in place and values released early. */
class GradientTest {

  private static final double STEP = 1e-5;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "heun",
        "kutta3",
        "leapfrog",
        "gill",
        "dormand-prince5",
        "adams-bashforth3-by-kutta3"
      })
  void gradientsAreThoseOfDifferences(String name) {
    try (Parameters parameters = new Parameters();
        Tensor y0 = Tensor.create(new double[] {0.3, -0.7, 1.1, 0.2}, 1, 4, 1, 1)) {
      OdeBlock block =
          Float64.block(
              Float64.scheme(name),
              parameters,
              new FunctionVectorField(torch::sin),
              Coefficients.TRAINABLE,
              1);
      try (Tensor loss = block.forward(y0).sum()) {
        loss.backward();
      }
      for (Map.Entry<String, Tensor> entry : parameters.byName().entrySet()) {
        Tensor coefficient = entry.getValue();
        double difference =
            (shifted(block, y0, coefficient, STEP) - shifted(block, y0, coefficient, -STEP))
                / (2 * STEP);
        assertEquals(difference, Float64.read(coefficient.grad())[0], 1e-7, entry.getKey());
      }
    }
  }

  private static double shifted(OdeBlock block, Tensor y0, Tensor coefficient, double by) {
    // A detached tensor shares the parameter's memory, and may be changed in place.
    try (Tensor value = coefficient.detach();
        Scalar there = new Scalar(by);
        Scalar back = new Scalar(-by)) {
      value.add_(there);
      double loss = Float64.read(block.forward(y0).sum())[0];
      value.add_(back);
      return loss;
    }
  }
}
