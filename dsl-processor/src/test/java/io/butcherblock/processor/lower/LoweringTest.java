package io.butcherblock.processor.lower;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.butcherblock.processor.model.Multistep;
import io.butcherblock.processor.model.Predictor;
import io.butcherblock.processor.model.RungeKutta;
import io.butcherblock.processor.model.Scheme;
import io.butcherblock.processor.model.StartingProcedure;
import io.butcherblock.processor.parse.RecurrenceParser;
import io.butcherblock.processor.verify.Catalogue;
import io.butcherblock.processor.verify.Verifier;
import io.butcherblock.program.BlockProgram;
import io.butcherblock.program.Coefficient;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoweringTest {

  private static Multistep multistep(String recurrence, int steps, StartingProcedure start) {
    return new Multistep(
        "Scheme", 2, Catalogue.multistep("Scheme", 2, recurrence).terms(), steps, start);
  }

  private static void assertProgram(String expected, Scheme scheme, boolean trainable) {
    assertEquals(expected, Lowering.block(scheme, trainable).program().toString());
  }

  @Test
  void euler() {
    String expected =
        """
        k1 = h f1(y0)
        y1 = y0 + k1
        release k1
        return y1
        """;
    assertProgram(expected, Catalogue.tableau("Euler", 1, "0 |", "--", " | 1"), true);
    assertProgram(expected, Catalogue.tableau("Euler", 1, "0 |", "--", " | 1"), false);
  }

  @Test
  void heun() {
    Scheme heun = Catalogue.tableau("Heun", 2, "0 |", "1 | 1", "--", "1/2 * | 1 1");
    assertProgram(
        """
        k1 = h f1(y0)
        stage2 = y0 + k1
        k2 = h f2(stage2)
        release stage2
        sum = k2 + k1
        release k2
        release k1
        y1 = y0 + scale1 sum
        release sum
        return y1
        """,
        heun,
        true);
  }

  @Test
  void kutta3() {
    Scheme kutta3 =
        Catalogue.tableau("Kutta3", 3, "0 |", "1/2 | 1/2", "1 | -1 2", "--", "1/6 * | 1 4 1");
    assertProgram(
        """
        k1 = h f1(y0)
        stage2 = y0 + scale1 k1
        k2 = h f2(stage2)
        release stage2
        stage3 = y0 + scale2 k2 + scale3 k1
        k3 = h f3(stage3)
        release stage3
        sum = k3 + scale4 k2 + k1
        release k3
        release k2
        release k1
        y1 = y0 + scale5 sum
        release sum
        return y1
        """,
        kutta3,
        true);
    assertProgram(
        """
        k1 = h f1(y0)
        stage2 = y0 + 1/2 k1
        k2 = h f2(stage2)
        release stage2
        stage3 = y0 + 2 k2 - k1
        k3 = h f3(stage3)
        release stage3
        y1 = y0 + 1/6 k3 + 2/3 k2 + 1/6 k1
        release k3
        release k2
        release k1
        return y1
        """,
        kutta3,
        false);
    BlockProgram program = Lowering.block(kutta3, true).program();
    assertEquals(
        List.of("1/2", "2", "-1", "4", "1/6"),
        program.coefficients().stream().map(Coefficient::exact).toList());
    assertEquals(
        List.of("a21", "a32", "a31", "6 b2", "the common factor of the weights"),
        program.coefficients().stream().map(Coefficient::meaning).toList());
    assertEquals(3, program.evaluations());
    assertEquals(3, program.depth());
    assertEquals(5, program.peak());
  }

  @Test
  void leapfrogFromZeroHistory() {
    assertProgram(
        """
        k1 = h f1(y0)
        y1 = scale1 k1
        release k1
        k2 = h f2(y1)
        y2 = y0 + scale2 k2
        release k2
        k3 = h f3(y2)
        y3 = y1 + scale3 k3
        release y1
        release k3
        k4 = h f4(y3)
        release y3
        y4 = y2 + scale4 k4
        release y2
        release k4
        return y4
        """,
        multistep("y[n+1] = y[n-1] + 2 h f[n]", 4, new StartingProcedure.ZeroHistory()),
        true);
  }

  @Test
  void startedByEulerAndByAnotherScheme() {
    assertProgram(
        """
        k1 = h f1(y0)
        y1 = y0 + k1
        y2 = y1 - 1/2 k1
        release k1
        k2 = h f2(y1)
        release y1
        y2 += 3/2 k2
        release k2
        return y2
        """,
        multistep("y[n+1] = y[n] + 3/2 h f[n] - 1/2 h f[n-1]", 2, StartingProcedure.euler()),
        false);
    StartingProcedure heun =
        new StartingProcedure.OneStep(
            Catalogue.tableau("Heun", 2, "0 |", "1 | 1", "--", "1/2 * | 1 1"));
    assertProgram(
        """
        k1 = h f1(y0)
        stage2 = y0 + k1
        k2 = h f2(stage2)
        release stage2
        sum = k2 + k1
        release k2
        y1 = y0 + scale1 sum
        release sum
        y2 = y1 + scale3 k1
        release k1
        k3 = h f3(y1)
        release y1
        y2 += scale2 k3
        release k3
        return y2
        """,
        multistep("y[n+1] = y[n] + 3/2 h f[n] - 1/2 h f[n-1]", 2, heun),
        true);
  }

  /**
   * The last step looks back to y[2], and the second of the starting steps that make it to y[1].
   */
  @Test
  void startingStepsAreTakenOneAfterTheOther() {
    assertEquals(
        """
        k1 = h f1(y0)
        y1 = y0 + k1
        release k1
        k2 = h f2(y1)
        y2 = y1 + k2
        release y1
        release k2
        k3 = h f3(y2)
        y5 = y2 + 3 k3
        release y2
        release k3
        return y5
        """,
        Lowering.block(
                multistep("y[n+1] = y[n-2] + 3 h f[n-2]", 5, StartingProcedure.euler()), false)
            .program()
            .toString());
  }

  @Test
  void whatNothingUsesIsLeftOut() {
    assertProgram(
        """
        k1 = h f1(y0)
        y1 = y0 + k1
        release k1
        return y1
        """,
        Catalogue.tableau("Idle", 1, "0 |", "1 | 1", "--", " | 1 0"),
        true);
    assertProgram(
        """
        k1 = h f1(y0)
        y2 = y0 + 2 k1
        release k1
        k2 = h f2(y2)
        y4 = y2 + 2 k2
        release y2
        release k2
        return y4
        """,
        multistep("y[n+1] = y[n-1] + 2 h f[n-1]", 4, StartingProcedure.euler()),
        false);
  }

  @Test
  void aRungeKuttaSchemeIsDescribed() {
    LoweredScheme heun = lowered(Catalogue.tableau("Heun", 2, "0 |", "1 | 1", "--", "1/2 * | 1 1"));
    assertEquals(
        List.of("Heun", Family.RUNGE_KUTTA, 2, 2, "", "One step"),
        List.of(
            heun.name(), heun.family(), heun.order(), heun.size(), heun.condition(), heun.block()));
    assertEquals(1, heun.trainable().program().coefficients().size());
    assertEquals(List.of(), heun.frozen().program().coefficients());
    assertEquals(2, heun.stability().realInterval(), 1e-9);
    assertFalse(heun.proof().isEmpty());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          y[n+1] = y[n] + h f[n]     | 1 | ZERO   | One step |
          y[n+1] = y[n] + h f[n]     | 3 | EULER  | 3 steps  |
          y[n+1] = y[n-1] + 2 h f[n] | 1 | ZERO   | One step from a zero history | ' in steps after accurate starting values; a block, which starts from a zero history, is not consistent'
          y[n+1] = y[n-1] + 2 h f[n] | 4 | EULER  | 4 steps (the first by Euler) | ' in steps after accurate starting values; a chain of blocks, each of which starts anew by Euler, has order 2'
          y[n+1] = y[n-1] + 2 h f[n] | 5 | EULER  | 5 steps (the first by Euler) | ' in steps after accurate starting values; a chain of blocks, each of which starts anew by Euler, has order 1'
          y[n+1] = y[n-1] + 2 h f[n] | 4 | KUTTA4 | 4 steps (the first by Kutta4) | ' in steps after accurate starting values; a chain of blocks, each of which starts anew by Kutta4, has order 2'
          y[n+1] = y[n] + 23/12 h f[n] - 4/3 h f[n-1] + 5/12 h f[n-2] | 4 | KUTTA4 | 4 steps (the first 2 by Kutta4) | ' in steps after accurate starting values; a chain of blocks, each of which starts anew by Kutta4, has order 3'
          """)
  void aRecurrenceIsDescribed(
      String recurrence, int steps, String start, String block, String condition) {
    int order = recurrence.contains("23/12") ? 3 : recurrence.contains("2 h") ? 2 : 1;
    Multistep scheme = Catalogue.multistep("Scheme", order, recurrence);
    StartingProcedure procedure =
        switch (start) {
          case "ZERO" -> new StartingProcedure.ZeroHistory();
          case "EULER" -> StartingProcedure.euler();
          default -> scheme.start();
        };
    LoweredScheme lowered =
        lowered(new Multistep("Scheme", order, scheme.terms(), steps, procedure));
    assertEquals(Family.LINEAR_MULTISTEP, lowered.family());
    assertEquals(scheme.backValues(), lowered.size());
    assertEquals(block, lowered.block());
    assertEquals(condition == null ? "" : condition, lowered.condition());
  }

  /** P(EC)^2 with Euler's method and the trapezoidal rule. */
  @Test
  void eachCorrectionButTheLastIsNamedOne() {
    Multistep euler = Catalogue.multistep("Euler", 1, "y[n+1] = y[n] + h f[n]");
    String rule = "y[n+1] = y[n] + 1/2 h f[n+1] + 1/2 h f[n]";
    Multistep trapezoidal =
        new Multistep(
            "Scheme",
            2,
            RecurrenceParser.parse("Scheme", rule, false, true).value().orElseThrow(),
            1,
            euler.start());
    String program =
        Lowering.block(trapezoidal.with(new Predictor(euler.terms(), 2)), false)
            .program()
            .toString();
    assertEquals(
        List.of("k1", "predicted1", "k2", "shared1", "corrected1", "k3", "y1"),
        program.lines().filter(l -> l.contains(" = ")).map(l -> l.split(" ", -1)[0]).toList(),
        program);
  }

  /** Heun's weights as 3/2 (1/3, 1/3): each is 2/3 of what it is in the sum. */
  @Test
  void aWeightUnderACommonFactorIsNamedByWhatItIsMultipliedWith() {
    RungeKutta heun = Catalogue.tableau("Scheme", 2, "0 |", "1 | 1", "--+---", "3/2 * | 1/3 1/3");
    assertEquals(
        List.of("(2/3) b2", "(2/3) b1", "the common factor of the weights"),
        Lowering.block(heun, true).program().coefficients().stream()
            .map(Coefficient::meaning)
            .toList());
  }

  @Test
  void coefficientsOfEachStepAreToldApart() {
    Multistep midpoint = Catalogue.multistep("Scheme", 2, "y[n+1] = y[n-1] + 2 h f[n]");
    assertEquals(
        List.of(
            "a21, starting step 1",
            "a32, starting step 1",
            "6 b3, starting step 1",
            "6 b2, starting step 1",
            "the common factor of the weights, starting step 1",
            "f[n], step 2",
            "f[n], step 3"),
        lowered(new Multistep("Scheme", 2, midpoint.terms(), 3, midpoint.start()))
            .trainable()
            .program()
            .coefficients()
            .stream()
            .map(Coefficient::meaning)
            .toList());
  }

  private static LoweredScheme lowered(Scheme scheme) {
    return Lowering.lower(Verifier.verify(scheme).verified().orElseThrow());
  }
}
