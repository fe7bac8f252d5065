package io.butcherblock.recover;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.dsl.Coefficients;
import io.butcherblock.nn.Catalogue;
import io.butcherblock.nn.OdeScheme;
import io.butcherblock.nn.SchemeFacts;
import io.butcherblock.nn.SchemeFamily;
import io.butcherblock.nn.SchemeStability;
import io.butcherblock.program.BlockProgram;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is recovered in doubles of the declared schemes is what the compiler proved of them. */
class RecoveredSchemesTest {

  /** The numbers of rooted trees with 1 to 11 nodes (OEIS A000081). */
  @Test
  void allTreesAreThereOnce() {
    assertEquals(
        List.of(1, 1, 2, 4, 9, 20, 48, 115, 286, 719, 1842),
        Tree.upTo(OrderResiduals.HIGHEST).stream().map(List::size).toList());
  }

  static Stream<String> schemes() {
    return Catalogue.onClassPath().schemes().values().stream()
        .filter(scheme -> !(scheme.facts().family() instanceof SchemeFamily.Additive))
        .filter(
            scheme ->
                scheme.programs(Coefficients.FROZEN).stream().allMatch(BlockProgram::hasOneState))
        .map(scheme -> scheme.facts().name());
  }

  @ParameterizedTest
  @MethodSource("schemes")
  void theOrderOfABlockIsTheProvedOne(String name) {
    for (Coefficients coefficients : Coefficients.values()) {
      OdeScheme scheme = Catalogue.onClassPath().schemes().get(name);
      BlockTableau tableau = tableau(scheme, coefficients);
      Recovered block = new Recovered(1, tableau, tableau);
      int order = scheme.facts().blockOrder();
      assertEquals(order == 0, block.steps() == 0);
      if (order > 0) {
        int highest = Math.min(order + 1, OrderResiduals.HIGHEST);
        assertEquals(
            order,
            OrderResiduals.order(
                OrderResiduals.largest(tableau.perStep(block.steps()), highest),
                OrderResiduals.DOUBLE_PRECISION));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("schemes")
  void theIntervalsOfStabilityAreTheProvedOnes(String name) {
    OdeScheme scheme = Catalogue.onClassPath().schemes().get(name);
    SchemeFacts facts = scheme.facts();
    if (!(facts.family() instanceof SchemeFamily.RungeKutta)) {
      // Those of the compiler are of the recurrence, not of a block, which starts anew.
      return;
    }
    for (Coefficients coefficients : Coefficients.values()) {
      double[] r = tableau(scheme, coefficients).stabilityFunction();
      assertIntervals(facts.stability(), r);
      // As stored in weights: rounding is not to end an interval at once.
      for (int i = 0; i < r.length; i++) {
        r[i] = (float) r[i];
      }
      assertIntervals(facts.stability(), r);
    }
  }

  private static BlockTableau tableau(OdeScheme scheme, Coefficients coefficients) {
    BlockProgram program = scheme.program(coefficients);
    return BlockTableau.of(program, FactorValues.declared(program));
  }

  private static void assertIntervals(SchemeStability proved, double[] r) {
    StabilityIntervals found = StabilityIntervals.of(r);
    // Relative for long intervals: rounding coefficients to single precision moves their ends.
    double real = proved.realInterval();
    double imaginary = proved.imaginaryInterval();
    assertEquals(real, found.real(), 1e-4 * Math.max(1, real));
    assertEquals(imaginary, found.imaginary(), 1e-4 * Math.max(1, imaginary));
  }

  /** Kutta's third-order method loses the whole imaginary axis if sum b_i grows: r1^2 > 2 r2. */
  @Test
  void driftThatGrowsOnTheImaginaryAxisIsSeen() {
    assertEquals(0, StabilityIntervals.of(new double[] {1, 1.01, 0.5, 1.0 / 6}).imaginary());
    assertTrue(StabilityIntervals.of(new double[] {1, 0.99, 0.5, 1.0 / 6}).imaginary() > 1.5);
    assertEquals(0, StabilityIntervals.of(new double[] {1, -0.1, 0.5}).real());
    assertEquals(0, StabilityIntervals.of(new double[] {1, Double.NaN, 0.5}).real());
  }
}
