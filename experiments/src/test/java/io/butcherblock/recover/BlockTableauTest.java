package io.butcherblock.recover;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.butcherblock.dsl.Coefficients;
import io.butcherblock.nn.Catalogue;
import io.butcherblock.program.BlockProgram;
import io.butcherblock.program.Coefficient;
import io.butcherblock.program.ProgramWriter;
import io.butcherblock.program.Term;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Blocks with trained coefficients that were chosen by hand, as were the tableaus. */
class BlockTableauTest {

  private static final double EXACT = 1e-15;

  @Test
  void theCommonFactorOfHeunsWeightsIsMultipliedIn() {
    BlockTableau heun = trained("heun", 0.53);
    assertEquals(1, heun.a(1, 0));
    assertEquals(0.53, heun.b(0), EXACT);
    assertEquals(0.53, heun.b(1), EXACT);
    assertEquals(0, heun.distanceOfInput());
    assertArrayEquals(new double[] {1, 1.06, 0.53}, heun.stabilityFunction(), EXACT);
  }

  @Test
  void kuttasWeightsHaveTwoFactors() {
    BlockTableau kutta = kutta();
    assertEquals(0.6, kutta.a(1, 0));
    assertEquals(-0.8, kutta.a(2, 0));
    assertEquals(1.9, kutta.a(2, 1));
    assertEquals(0.6, kutta.c(1));
    assertEquals(1.1, kutta.c(2), EXACT);
    assertEquals(0.17, kutta.b(0), EXACT);
    assertEquals(0.595, kutta.b(1), EXACT);
    assertEquals(0.17, kutta.b(2), EXACT);
    // R = 1 + .935 z + (.595 .6 + .17 1.1) z^2 + .17 1.9 .6 z^3
    assertArrayEquals(
        new double[] {1, 0.935, 0.544, 0.1938}, kutta.stabilityFunction(), 10 * EXACT);
  }

  /** sum b = .935; sum b c = .544; sum b c^2 = .4199; sum b a c = .1938. */
  @Test
  void theResidualsOfKuttasBlockAreThoseByHand() {
    List<OrderResidual> residuals = OrderResiduals.largest(kutta(), 3);
    assertEquals("sum b_i = 1", residuals.get(0).equation());
    assertEquals(-0.065, residuals.get(0).residual(), 10 * EXACT);
    assertEquals("sum b_i c_i = 1/2", residuals.get(1).equation());
    assertEquals(0.044, residuals.get(1).residual(), 10 * EXACT);
    assertEquals("sum b_i c_i^2 = 1/3", residuals.get(2).equation());
    assertEquals(0.4199 - 1.0 / 3, residuals.get(2).residual(), 10 * EXACT);
    assertEquals(0, OrderResiduals.order(residuals, OrderResiduals.SINGLE_PRECISION));
  }

  /** Four steps from a zero history: two stages are taken without y0. */
  @Test
  void leapfrogIsRecoveredAsOneStep() {
    BlockTableau leapfrog = trained("leapfrog", 2.1, 1.9, 2.2, 1.8);
    assertArrayEquals(
        new double[] {1, 0, 1, 0},
        new double[] {
          leapfrog.ofInput(0), leapfrog.ofInput(1), leapfrog.ofInput(2), leapfrog.ofInput(3)
        });
    assertEquals(
        """
        k1 = h f(y0)
        k2 = h f(2.1000 k1)
        k3 = h f(y0 + 1.9000 k2)
        k4 = h f(2.1000 k1 + 2.2000 k3)
        y1 = y0 + 1.9000 k2 + 1.8000 k4
        """,
        TableauText.of(leapfrog));
    assertEquals(0, new Recovered(1, leapfrog, leapfrog).steps());
  }

  /** Euler's step, then y[n+1] = (1 - c) y[n] + c y[n-1] + h f[n], with c = 1/4. */
  @Test
  void aHistoryPassesFromBlockToBlock() {
    BlockProgram first =
        new ProgramWriter()
            .evaluate("k1", 1, "y0")
            .combine("y1", Term.of("y0"), Term.of("k1"))
            .returning(List.of("y0"), List.of("y1", "y0"), List.of());
    BlockProgram next =
        new ProgramWriter()
            .evaluate("k1", 1, "y0")
            .combine("y1", Term.of("3/4", 0.75, "y0"), Term.of("scale1", "before"), Term.of("k1"))
            .returning(
                List.of("y0", "before"),
                List.of("y1", "y0"),
                List.of(new Coefficient("scale1", "k", "1/4", 0.25)));
    BlockTableau chain =
        BlockTableau.of(
            List.of(first, next, next),
            List.of(
                FactorValues.declared(first),
                FactorValues.of(Map.of("scale1", 0.25)),
                FactorValues.of(Map.of("scale1", 0.5))));
    // y1 = y0 + k1; y2 = y0 + 3/4 k1 + k2; y3 = 3/4 y2 + 1/2 y1 + k3.
    assertEquals(
        """
        k1 = h f(y0)
        k2 = h f(y0 + k1)
        k3 = h f(y0 + 0.7500 k1 + k2)
        y1 = 1.2500 y0 + 1.0625 k1 + 0.7500 k2 + k3
        """,
        TableauText.of(chain));
    assertEquals(0.25, chain.distanceOfInput());
  }

  private static BlockTableau kutta() {
    return trained("kutta3", 0.6, 1.9, -0.8, 3.5, 0.17);
  }

  private static BlockTableau trained(String scheme, double... coefficients) {
    BlockProgram program =
        Catalogue.onClassPath().schemes().get(scheme).program(Coefficients.TRAINABLE);
    assertEquals(coefficients.length, program.coefficients().size());
    Map<String, Double> values = new HashMap<>();
    for (int i = 0; i < coefficients.length; i++) {
      values.put("scale" + (i + 1), coefficients[i]);
    }
    return BlockTableau.of(program, FactorValues.of(values));
  }
}
