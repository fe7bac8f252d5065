package io.butcherblock.examples;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.butcherblock.dsl.Coefficients;
import io.butcherblock.nn.OdeScheme;
import io.butcherblock.nn.Parameters;
import io.butcherblock.nn.SchemeFacts;
import io.butcherblock.program.BlockProgram;
import io.butcherblock.program.Coefficient;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Recovers the coefficients of each generated block by running it, and compares the declaration.
 */
class TranslationTest {

  /** One rounding of 1/6 times 4, and of a sum, in double precision. */
  private static final double ROUNDING = 4e-16;

  @ParameterizedTest
  @CsvSource({
    "euler, TRAINABLE, 1",
    "euler, FROZEN, 0.5",
    "heun, TRAINABLE, 1",
    "heun, FROZEN, 1",
    "heun, FROZEN, 0.5",
    "kutta3, TRAINABLE, 1",
    "kutta3, FROZEN, 1",
    "kutta3, TRAINABLE, 0.5",
    "classic-rk4, TRAINABLE, 1",
    "classic-rk4, FROZEN, 1",
    "fehlberg5, TRAINABLE, 1",
    "butcher6, FROZEN, 1",
    "dormand-prince5, TRAINABLE, 1",
    "dormand-prince5, FROZEN, 0.5",
    "leapfrog, TRAINABLE, 1",
    "leapfrog, FROZEN, 1",
    "leapfrog, FROZEN, 0.5",
    "adams-bashforth3-zero, TRAINABLE, 1",
    "adams-bashforth3-zero, FROZEN, 0.5"
  })
  void theBlockIsTheScheme(String name, Coefficients coefficients, double step) {
    OdeScheme scheme = Float64.scheme(name);
    SchemeFacts facts = scheme.facts();
    BlockProgram program = scheme.program(coefficients);
    Textbook expected =
        facts.family().equals("Runge-Kutta")
            ? Textbook.tableau(facts.text(), program.evaluations(), step)
            : Textbook.zeroHistory(facts.text(), program.evaluations(), step);
    ProbeDerivatives probes = new ProbeDerivatives(program.evaluations());
    try (Parameters parameters = new Parameters();
        Tensor y0 = probes.unit(0);
        Tensor result = Float64.block(scheme, parameters, probes, coefficients, step).forward(y0)) {
      assertEquals(program.evaluations(), probes.arguments().size());
      for (int i = 0; i < program.evaluations(); i++) {
        assertArrayEquals(
            expected.arguments().get(i), probes.arguments().get(i), ROUNDING, "stage " + (i + 1));
      }
      assertArrayEquals(expected.result(), Float64.read(result), ROUNDING, "result");
      assertEquals(
          program.coefficients().stream().map(Coefficient::name).toList(),
          List.copyOf(parameters.byName().keySet()));
      // The input is still the caller's.
      assertArrayEquals(Float64.read(probes.unit(0)), Float64.read(y0));
    }
  }
}
