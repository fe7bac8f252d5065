package io.butcherblock.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.dsl.Coefficients;
import io.butcherblock.nn.Derivative;
import io.butcherblock.nn.OdeBlock;
import io.butcherblock.nn.Parameters;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Generated blocks integrate. A chain of blocks starts a multistep scheme anew in each block, so
 * that its order is the smaller one of scheme and starting procedure.
 */
class ConvergenceTest {

  /** y' = -2 t y^2, y(0) = 1 is y = 1 / (1 + t^2); the state is (t, y). */
  private static final Derivative WITCH_OF_AGNESI =
      state -> {
        double[] v = Float64.read(state);
        return Tensor.create(new double[] {1, -2 * v[0] * v[1] * v[1]}, 1, 2, 1, 1);
      };

  @ParameterizedTest
  @CsvSource({
    "euler, 1, 1, 128",
    "heun, 1, 2, 64",
    "kutta3, 1, 3, 64",
    "classic-rk4, 1, 4, 32",
    "gill, 1, 4, 32",
    "dormand-prince5, 1, 5, 16",
    "leapfrog-by-heun, 4, 2, 32",
    "adams-bashforth2-by-euler, 3, 1, 64",
    "adams-bashforth3-by-kutta3, 4, 3, 32"
  })
  void slope(String name, int stepsOfABlock, int order, int blocks) {
    for (Coefficients coefficients : Coefficients.values()) {
      double slope =
          Math.log(
                  error(name, stepsOfABlock, blocks, coefficients)
                      / error(name, stepsOfABlock, 2 * blocks, coefficients))
              / Math.log(2);
      assertEquals(order, slope, 0.2, coefficients.toString());
    }
  }

  private static double error(String name, int steps, int blocks, Coefficients coefficients) {
    double[] end =
        integrate(name, WITCH_OF_AGNESI, 1.0 / (steps * blocks), blocks, coefficients, 1);
    assertEquals(1, end[0], 1e-12);
    return Math.abs(end[1] - 0.5);
  }

  /** Started by Heun, which is exact for degree 2 itself, leapfrog is, and not for degree 3. */
  @ParameterizedTest
  @CsvSource({"1, true", "2, true", "3, false"})
  void leapfrogIsExactOnQuadraticPolynomials(int degree, boolean exact) {
    Derivative power =
        state -> {
          double t = Float64.read(state)[0];
          return Tensor.create(new double[] {1, degree * Math.pow(t, degree - 1)}, 1, 2, 1, 1);
        };
    double[] end = integrate("leapfrog-by-heun", power, 1.0 / 8, 2, Coefficients.FROZEN, 0);
    double error = Math.abs(end[1] - 1);
    assertTrue(exact ? error < 1e-14 : error > 1e-3, "error " + error);
  }

  private static double[] integrate(
      String name, Derivative f, double h, int blocks, Coefficients coefficients, double start) {
    try (Parameters parameters = new Parameters()) {
      OdeBlock block =
          Float64.block(
              Float64.scheme(name), parameters, new FunctionDerivative(f), coefficients, h);
      Tensor state = Tensor.create(new double[] {0, start}, 1, 2, 1, 1);
      for (int i = 0; i < blocks; i++) {
        Tensor next = block.forward(state);
        state.close();
        state = next.detach();
        next.close();
      }
      double[] end = Float64.read(state);
      state.close();
      return end;
    }
  }
}
