package io.butcherblock.recover;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.dsl.Coefficients;
import io.butcherblock.nn.Catalogue;
import io.butcherblock.program.BlockProgram;
import io.butcherblock.program.ProgramWriter;
import io.butcherblock.program.Term;
import io.butcherblock.stability.RootCondition;
import io.butcherblock.weights.TrainedCoefficients;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Blocks that carry a history, with trained coefficients that were chosen by hand. */
class RecurrenceTest {

  private static final double EXACT = 1e-15;

  /** y[n+1] = y[n] + 1.9 h f[n] - 1.3 h f[n-1] + 0.4 h f[n-2]. */
  @Test
  void adamsBashforth() {
    Recurrence recurrence =
        trained("carried-adams-bashforth3", Map.of("scale1", 1.9, "scale2", -1.3, "scale3", 0.4));
    assertEquals(List.of(1.0, 0.0, 0.0), recurrence.a());
    assertEquals(List.of(1.9, -1.3, 0.4), recurrence.b());
    assertEquals(
        "y[n+1] = y[n] + 1.9000 h f[n] - 1.3000 h f[n-1] + 0.4000 h f[n-2]", recurrence.toString());
    assertEquals(0, recurrence.constant(0, 1), EXACT);
    // 1 - (1.9 - 1.3 + 0.4), 1/2 + (-1.3) + 2 * 0.4, 1/6 - (-1.3 + 4 * 0.4) / 2
    assertEquals(0, recurrence.constant(1, 1), EXACT);
    assertEquals(0, recurrence.constant(2, 1), EXACT);
    assertEquals(1.0 / 6 - 0.15, recurrence.constant(3, 1), EXACT);
    assertFalse(recurrence.absorbsStepSize());
    assertEquals(0, RootCondition.largestParasitic(recurrence.rho()), EXACT);
  }

  /** The method of three steps is that of the textbook: C_4 = 3/8. */
  @Test
  void theDeclaredMethodHasItsErrorConstant() {
    BlockProgram program = program("carried-adams-bashforth3");
    Recurrence declared = Recurrence.of(program, FactorValues.declared(program)).orElseThrow();
    for (int q = 0; q <= 3; q++) {
      assertEquals(0, declared.constant(q, 1), EXACT);
    }
    assertEquals(3.0 / 8, declared.constant(4, 1), EXACT);
  }

  /** y[n+1] = 0.7 y[n] + 0.35 y[n-1] + f[n]: rho = w^2 - 0.7 w - 0.35. */
  @Test
  void theArchitectureOfLu() {
    Recurrence recurrence = trained("lm-architecture", Map.of("scale1", 0.7, "scale2", 0.35));
    assertEquals(List.of(0.7, 0.35), recurrence.a());
    assertEquals(List.of(1.0, 0.0), recurrence.b());
    assertEquals(1.35, recurrence.absorbed(), EXACT);
    assertEquals(-0.05, recurrence.constant(0, 1), EXACT);
    assertEquals(0, recurrence.constant(1, recurrence.absorbed()), EXACT);
    // (1 - 0.35) / 2
    assertEquals(0.325, recurrence.constant(2, recurrence.absorbed()), EXACT);
    double root = (Math.sqrt(0.49 + 1.4) - 0.7) / 2;
    assertEquals(root, RootCondition.largestParasitic(recurrence.rho()), 1e-12);
  }

  /** y[n+1] = 2.01 y[n] - 0.99 y[n-1] + 1.1 h^2 f[n]: the roots of rho are 1.005 -+ 0.141510. */
  @Test
  void recurrenceOfSecondOrderEquations() {
    Recurrence recurrence =
        trained(
            "stoermer3",
            Map.of(
                "scale1", 2.01, "scale2", -0.99, "scale3", 1.1, "scale4", -1.0 / 6, "scale5",
                1.0 / 12));
    assertEquals(2, recurrence.equationOrder());
    String text = recurrence.toString();
    assertTrue(text.startsWith("y[n+1] = 2.0100 y[n] - 0.9900 y[n-1] + 1.1000 h^2 f[n] -"), text);
    assertFalse(recurrence.absorbsStepSize());
    // 1 - 2.01 + 0.99; 1 - 0.99; (1 + 0.99) / 2 - (1.1 - 1/6 + 1/12)
    assertEquals(-0.02, recurrence.constant(0, 1), EXACT);
    assertEquals(0.01, recurrence.constant(1, 1), EXACT);
    assertEquals(0.995 - 1.1 + 1.0 / 12, recurrence.constant(2, 1), EXACT);
    assertEquals(1.005 + Math.sqrt(1.005 * 1.005 - 0.99), recurrence.largestRoot(), 1e-12);
  }

  /** The declared one has the order of the textbook, whose error constant is C_5 = 1/12. */
  @Test
  void declaredOrderOfSecondOrderEquations() {
    BlockProgram program = program("stoermer3");
    Recurrence declared = Recurrence.of(program, FactorValues.declared(program)).orElseThrow();
    for (int q = 0; q <= 4; q++) {
      assertEquals(0, declared.constant(q, 1), EXACT, "C_" + q);
    }
    assertEquals(1.0 / 12, declared.constant(5, 1), EXACT);
    var spec =
        Catalogue.onClassPath()
            .network("oisr-lf-history-s")
            .withScheme(Catalogue.onClassPath().schemes().get("stoermer3"))
            .withSize(4, 4);
    Map<String, Double> none = Map.of();
    RecoveredRecurrences recurrences =
        RecoveredNetwork.of(
                new TrainedCoefficients(
                    spec.withCoefficients(Coefficients.FROZEN), List.of(none, none, none, none)))
            .recurrences()
            .orElseThrow();
    assertEquals(3, recurrences.declaredOrder());
    assertEquals(3, recurrences.order());
  }

  @Test
  void theBlocksThatStartAreLeftOut() {
    var spec =
        Catalogue.onClassPath()
            .networks()
            .get("oisr-lf-history-s")
            .withScheme(Catalogue.onClassPath().schemes().get("lm-architecture"))
            .withSize(3, 4);
    Map<String, Double> first = Map.of();
    Map<String, Double> second = Map.of("scale1", 0.7, "scale2", 0.35);
    Map<String, Double> third = Map.of("scale1", 0.8, "scale2", 0.2);
    RecoveredNetwork network =
        RecoveredNetwork.of(new TrainedCoefficients(spec, List.of(first, second, third)));
    RecoveredRecurrences recurrences = network.recurrences().orElseThrow();
    assertEquals(2, recurrences.first());
    assertEquals(
        List.of(List.of(0.7, 0.35), List.of(0.8, 0.2)),
        recurrences.trained().stream().map(Recurrence::a).toList());
    assertTrue(recurrences.absorbsStepSize());
    assertTrue(network.parts().isEmpty());
  }

  /** Its second value is no earlier one. */
  @Test
  void anotherStateIsNoHistory() {
    BlockProgram program =
        new ProgramWriter()
            .evaluate("k1", 1, "y0")
            .combine("y1", Term.of("y0"), Term.of("k1"))
            .combine("sum", Term.of("z0"), Term.of("k1"))
            .returning(List.of("y0", "z0"), List.of("y1", "sum"), List.of());
    assertEquals(Optional.empty(), Recurrence.of(program, FactorValues.declared(program)));
  }

  private static BlockProgram program(String scheme) {
    return Catalogue.onClassPath().schemes().get(scheme).program(Coefficients.TRAINABLE);
  }

  private static Recurrence trained(String scheme, Map<String, Double> values) {
    return Recurrence.of(program(scheme), FactorValues.of(values)).orElseThrow();
  }
}
