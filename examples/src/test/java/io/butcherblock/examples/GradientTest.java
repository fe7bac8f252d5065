package io.butcherblock.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.butcherblock.dsl.Coefficients;
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
        "adams-bashforth3-by-kutta3",
        "carried-adams-bashforth3"
      })
  void gradientsAreThoseOfDifferences(String name) {
    try (Parameters parameters = new Parameters();
        Tensor y0 = Tensor.create(new double[] {0.3, -0.7, 1.1, 0.2}, 1, 4, 1, 1)) {
      BlockChain chain =
          new BlockChain(
              Float64.scheme(name),
              parameters,
              new FunctionVectorField(torch::sin),
              Coefficients.TRAINABLE,
              1);
      try (Tensor loss = end(chain, y0).sum()) {
        loss.backward();
      }
      for (Map.Entry<String, Tensor> entry : parameters.byName().entrySet()) {
        Tensor coefficient = entry.getValue();
        double difference =
            (shifted(chain, y0, coefficient, STEP) - shifted(chain, y0, coefficient, -STEP))
                / (2 * STEP);
        assertEquals(difference, Float64.read(coefficient.grad())[0], 1e-7, entry.getKey());
      }
    }
  }

  /** One block of each program, and one more of the last where there are several. */
  private static Tensor end(BlockChain chain, Tensor y0) {
    return chain.forward(y0, chain.size() == 1 ? 1 : chain.size() + 1);
  }

  private static double shifted(BlockChain chain, Tensor y0, Tensor coefficient, double by) {
    // A detached tensor shares the parameter's memory, and may be changed in place.
    try (Tensor value = coefficient.detach();
        Scalar there = new Scalar(by);
        Scalar back = new Scalar(-by)) {
      value.add_(there);
      double loss = Float64.read(end(chain, y0).sum())[0];
      value.add_(back);
      return loss;
    }
  }
}
