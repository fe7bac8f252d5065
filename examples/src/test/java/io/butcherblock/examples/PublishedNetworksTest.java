package io.butcherblock.examples;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.butcherblock.dsl.Coefficients;
import io.butcherblock.nn.Parameters;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;

/** Networks of the literature, as their papers write them, are what docs/ode-networks.md says. */
class PublishedNetworksTest {

  private static final int BLOCKS = 7;
  private static final double H = 0.3;

  /** Of Sander et al., from the first step of Euler's method. */
  @Test
  void momentumResidualNetwork() {
    double gamma = 0.9;
    double velocity = H * Math.sin(0.7);
    double y = 0.7 + velocity;
    for (int n = 1; n < BLOCKS; n++) {
      velocity = gamma * velocity + (1 - gamma) * H * Math.sin(y);
      y += velocity;
    }
    try (Parameters parameters = new Parameters();
        NoGradGuard constants = new NoGradGuard()) {
      BlockChain chain =
          new BlockChain(
              Float64.scheme("momentum-resnet"),
              parameters,
              new StagedVectorField((stage, x) -> Math.sin(x)),
              Coefficients.FROZEN,
              H);
      try (Tensor begin = Tensor.create(new double[] {0.7}, 1, 1, 1, 1);
          Tensor end = chain.forward(begin, BLOCKS)) {
        assertEquals(y, Float64.read(end)[0], 1e-14);
      }
    }
  }

  /** Of Gomez et al., y1 = x1 + F(x2) and y2 = x2 + G(y1): here q and p. */
  @Test
  void reversibleResidualNetwork() {
    double x1 = 0.4;
    double x2 = -0.2;
    for (int n = 0; n < BLOCKS; n++) {
      x1 = x1 + Math.sin(x2);
      x2 = x2 + Math.cos(x1);
    }
    try (Parameters parameters = new Parameters();
        NoGradGuard constants = new NoGradGuard()) {
      BlockChain chain =
          new BlockChain(
              Float64.scheme("symplectic-euler"),
              parameters,
              new StagedVectorField((stage, x) -> stage == 1 ? Math.sin(x) : Math.cos(x)),
              Coefficients.FROZEN,
              1);
      assertArrayEquals(
          new double[] {x2, x1}, chain.halves(new double[] {-0.2, 0.4}, BLOCKS), 1e-14);
    }
  }
}
