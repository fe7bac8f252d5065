package io.butcherblock.processor.stability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.model.PartitionedRungeKutta;
import io.butcherblock.processor.model.RungeKutta;
import io.butcherblock.processor.model.Stability;
import io.butcherblock.processor.model.Tolerance;
import io.butcherblock.processor.verify.Catalogue;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Trace and determinant by hand: p and q are followed through a step of p' = z q, q' = z p. */
class PartitionedStabilityTest {

  private static Stability of(String p, String q) {
    return PartitionedStability.of(
        new PartitionedRungeKutta("Scheme", 1, tableau(p), tableau(q)).separable(), Tolerance.NONE);
  }

  private static RungeKutta tableau(String text) {
    return Catalogue.tableau("Half", 1, text.split("; ?", -1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        // Symplectic Euler: p1 = p + z q, q1 = q + z p1; |2 - y^2| <= 2.
        "1 | 1; --; | 1 # 0 |; --; | 1 # z^2 + 2 # 1 # 2",
        // Stoermer-Verlet has the same trace.
        "1/2 | 1/2 0; 1/2 | 1/2 0; --; | 1/2 1/2 # 0 | 0 0; 1 | 1/2 1/2; --; | 1/2 1/2 # z^2 + 2"
            + " # 1 # 2",
        // Explicit Euler in both: D = 1 + y^2 on the axis.
        "0 |; --; | 1 # 0 |; --; | 1 # 2 # -z^2 + 1 # 0",
        // p1 = p + z (q + 2 z p), q1 = q + z p: 1 + D + T = 4 - 3 y^2.
        "0 |; --; | 1 # 2 | 2; --; | 1 # 2 z^2 + 2 # z^2 + 1 # 1.1547005383792515",
        // p1 = p + z (q + 1/2 z p), q1 = q + z p: D = 1 + y^2/2 on the axis.
        "0 |; --; | 1 # 1/2 | 1/2; --; | 1 # 1/2 z^2 + 2 # -1/2 z^2 + 1 # 0",
        // Two steps of symplectic Euler of half the size: T = (2 + z^2/4)^2 - 2. 2 + T touches 0
        // at y^2 = 8, and 2 - T = y^2 - y^4/16.
        "1/2 | 1/2 0; 1 | 1/2 1/2; --; | 1/2 1/2 # 0 | 0 0; 1/2 | 1/2 0; --; | 1/2 1/2 # 1/16 z^4"
            + " + z^2 + 2 # 1 # 4",
      })
  void polynomialAndInterval(
      String p, String q, String trace, String determinant, double imaginary) {
    Stability stability = of(p, q);
    assertEquals(
        "w^2 - T(z) w + D(z), T(z) = " + trace + ", D(z) = " + determinant, stability.formula());
    assertEquals(imaginary, stability.imaginaryInterval(), 1e-12);
    assertEquals(0, stability.realInterval());
    assertTrue(stability.isKnown());
  }

  /** The coefficient of z^m w^j at [m][j]. */
  @Test
  void rowsByPowerOfZ() {
    Exact two = Exact.of(2);
    assertEquals(
        List.of(
            List.of(Exact.ONE, two.negate(), Exact.ONE),
            List.of(Exact.ZERO, Exact.ZERO, Exact.ZERO),
            List.of(Exact.ONE, two.negate(), Exact.ZERO)),
        of("0 |; --; | 1", "2 | 2; --; | 1").polynomial());
  }
}
