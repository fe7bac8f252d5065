package io.butcherblock.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.dsl.Coefficients;
import io.butcherblock.nn.Catalogue;
import io.butcherblock.nn.NetworkSpec;
import io.butcherblock.nn.OdeScheme;
import io.butcherblock.nn.Parameters;
import io.butcherblock.nn.RightHandSide;
import java.util.List;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Networks of recurrences for y'' = f(y), which start from y' = 0. */
class SecondOrderTest {

  private static final double END = 1;

  /** y = 1 / cos t solves y'' = 2 y^3 - y with y(0) = 1 and y'(0) = 0. */
  private static final RightHandSide SECANT =
      state -> {
        double y = Float64.read(state)[0];
        return Tensor.create(new double[] {2 * y * y * y - y}, 1, 1, 1, 1);
      };

  static List<String> schemes() {
    return Catalogue.onClassPath().schemes().values().stream()
        .filter(scheme -> scheme.program(Coefficients.FROZEN).stepPower() == 2)
        .filter(scheme -> scheme.facts().blockOrder() > 0)
        .map(scheme -> scheme.facts().name())
        .toList();
  }

  @ParameterizedTest
  @MethodSource("schemes")
  void networksConvergeWithTheStatedOrder(String name) {
    OdeScheme scheme = Float64.scheme(name);
    int steps = StartOfBlock.of(scheme.facts()).steps();
    for (Coefficients coefficients : Members.choices(scheme).toList()) {
      double coarse = error(scheme, 256 / steps, steps, coefficients);
      double fine = error(scheme, 512 / steps, steps, coefficients);
      double slope = Math.log(coarse / fine) / Math.log(2);
      assertEquals(scheme.facts().blockOrder(), slope, 0.1, coefficients.toString());
    }
  }

  private static double error(OdeScheme scheme, int blocks, int steps, Coefficients coefficients) {
    return Math.abs(end(scheme, blocks, steps, coefficients) - 1 / Math.cos(END));
  }

  private static double end(OdeScheme scheme, int blocks, int steps, Coefficients coefficients) {
    try (Parameters parameters = new Parameters()) {
      BlockChain chain =
          new BlockChain(
              scheme,
              parameters,
              new FunctionVectorField(SECANT),
              coefficients,
              END / (blocks * steps));
      try (NoGradGuard constants = new NoGradGuard();
          Tensor begin = Tensor.create(new double[] {1}, 1, 1, 1, 1);
          Tensor end = chain.forward(begin, blocks)) {
        return Float64.read(end)[0];
      }
    }
  }

  /** From y[-1] = 0 the first value is 2 y[0] for every h: the values grow like 1/h. */
  @Test
  void zeroHistoryDoesNotConverge() {
    OdeScheme scheme = Float64.scheme("stoermer-from-zero");
    assertEquals(0, scheme.facts().blockOrder());
    // Of so large values the cubes overflow.
    assertFalse(error(scheme, 64, 1, Coefficients.FROZEN) < 1);
  }

  /** The recurrence by hand, with the same numbers in the same order. */
  @ParameterizedTest
  @EnumSource(
      value = Coefficients.class,
      names = {"FROZEN", "TRAINABLE"})
  void blocksAreVerletsMethod(Coefficients coefficients) {
    int blocks = 20;
    double h = END / blocks;
    double before = 1;
    double y = 1 + h * h / 2;
    for (int n = 1; n < blocks; n++) {
      double next = 2 * y - before + h * h * (2 * y * y * y - y);
      before = y;
      y = next;
    }
    assertEquals(y, end(Float64.scheme("stoermer2"), blocks, 1, coefficients), 1e-13);
  }

  /** That the graph computes what blocks do is the plan's test. */
  @ParameterizedTest
  @CsvSource({"FROZEN, 0.5", "TRAINABLE, 0.5", "FROZEN, 0.3", "TRAINABLE, 0.3"})
  void graphHasTheSquareOfTheStep(Coefficients coefficients, double h) {
    NetworkSpec spec =
        Catalogue.onClassPath()
            .network("oisr-leapfrog-s")
            .withScheme(Catalogue.onClassPath().schemes().get("stoermer3"))
            .withCoefficients(coefficients)
            .withSize(4, 8)
            .withStepSize(h);
    String graph = spec.graph(2).toString();
    assertTrue(graph.contains(" " + h * h), graph);
    assertTrue(!graph.contains(" " + h + " ") && !graph.contains(" " + h + "*"), graph);
  }
}
