package io.butcherblock.processor.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.processor.diagnostics.Finding;
import io.butcherblock.processor.model.Multistep;
import io.butcherblock.processor.model.RungeKutta;
import io.butcherblock.processor.model.Scheme;
import io.butcherblock.processor.model.StartingProcedure;
import io.butcherblock.processor.model.Subscript;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules at the edges of what they allow, and what they say beyond. */
class RulesTest {

  private static String findings(Scheme scheme) {
    return Verifier.verify(scheme).findings().stream()
        .map(Finding::text)
        .collect(Collectors.joining("\n"));
  }

  private static Multistep multistep(
      int order, String recurrence, int steps, StartingProcedure start) {
    return new Multistep(
        "Scheme", order, Catalogue.multistep("Scheme", order, recurrence).terms(), steps, start);
  }

  private static StartingProcedure from(RungeKutta scheme) {
    return new StartingProcedure.OneStep(scheme);
  }

  private static RungeKutta tableau(String name) {
    return Catalogue.tableaus().stream()
        .filter(s -> s.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aBlockRunsItsRecurrence() {
    String ab3 = "y[n+1] = y[n] + 23/12 h f[n] - 4/3 h f[n-1] + 5/12 h f[n-2]";
    StartingProcedure kutta3 = from(tableau("Kutta3"));
    assertEquals("", findings(multistep(3, ab3, 3, kutta3)));
    String expected =
        "[Steps] Scheme: steps = %s, but at least 3 are needed: the steps of the starting"
            + " procedure, 2, are counted in, and the recurrence must run at least once.";
    for (int steps : new int[] {2, 1, 0, -1}) {
      assertEquals(expected.formatted(steps), findings(multistep(3, ab3, steps, kutta3)));
    }
  }

  @Test
  void aBlockFromZeroTakesAStep() {
    StartingProcedure zero = new StartingProcedure.ZeroHistory();
    String warning = "[StartingOrder] Scheme claims order 2, which its recurrence has after";
    String midpoint = "y[n+1] = y[n-1] + 2 h f[n]";
    assertEquals(1, findings(multistep(2, midpoint, 1, zero)).lines().count());
    assertEquals(warning, findings(multistep(2, midpoint, 1, zero)).substring(0, warning.length()));
    assertEquals(
        "[Steps] Scheme: steps = 0, but at least 1 are needed: the steps of the starting"
            + " procedure, 0, are counted in, and the recurrence must run at least once.",
        findings(multistep(2, midpoint, 0, zero)));
  }

  /** y[1] = 0 and y[2] = y[0]: nothing is computed. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1 | step 1 gives y[1] = 0.
          2 | step 1 gives y[1] = 0.
          """)
  void aStepFromZeroMustComputeSomething(int steps, String expected) {
    Multistep scheme =
        multistep(1, "y[n+1] = y[n-1] + 2 h f[n-1]", steps, new StartingProcedure.ZeroHistory());
    assertEquals(
        "[Steps] Scheme: with a zero history, "
            + expected
            + " Use start = Start.EULER or start = Start.SCHEME.",
        findings(scheme)
            .lines()
            .filter(line -> line.startsWith("[Steps]"))
            .collect(Collectors.joining()));
  }

  @Test
  void theLastStepFromZeroMustNotCopy() {
    StartingProcedure zero = new StartingProcedure.ZeroHistory();
    String recurrence = "y[n+1] = y[n] + 2 h f[n-1] - h f[n-2]";
    assertEquals(
        "[Steps] Scheme: with a zero history, step 1 gives y[1] = y[0]. Use start ="
            + " Start.EULER or start = Start.SCHEME.",
        findings(multistep(1, recurrence, 1, zero)).lines().skip(1).collect(Collectors.joining()));
    // Two steps make up for it: y[2] = y[0] + 2 h f[0], which is right to first order.
    assertEquals("", findings(multistep(1, recurrence, 2, zero)));
  }

  /** One long integration is content with a start of order p - 1; blocks, each started, are not. */
  @Test
  void aStartOfOneOrderLessDoesNotSuffice() {
    String ab3 = "y[n+1] = y[n] + 23/12 h f[n] - 4/3 h f[n-1] + 5/12 h f[n-2]";
    String expected =
        "[StartingOrder] Scheme claims order 3, which its recurrence has after accurate starting"
            + " values. But each block starts anew, its first %s by %s, of order %s, and a chain of"
            + " blocks has order %3$s. Choose a startScheme of order 3, with start ="
            + " Start.SCHEME (import io.butcherblock.dsl.Start).";
    assertEquals("", findings(multistep(3, ab3, 5, from(tableau("Kutta3")))));
    assertEquals(
        expected.formatted("2 steps", "Midpoint", 2),
        findings(multistep(3, ab3, 5, from(tableau("Midpoint")))));
    assertEquals(
        expected.formatted("2 steps", "Euler", 1),
        findings(multistep(3, ab3, 5, StartingProcedure.euler())));
    assertEquals(
        expected.formatted("step", "Euler", 1).replace("order 3", "order 2"),
        findings(
            multistep(
                2, "y[n+1] = y[n] + 3/2 h f[n] - 1/2 h f[n-1]", 5, StartingProcedure.euler())));
    // One step needs no start.
    assertEquals(
        "", findings(multistep(1, "y[n+1] = y[n] + h f[n]", 1, StartingProcedure.euler())));
  }

  /** The error of the start has the sign (-1)^n: it is gone after an even number of steps. */
  @Test
  void aStartWhoseErrorCancelsSuffices() {
    String midpoint = "y[n+1] = y[n-1] + 2 h f[n]";
    assertEquals("", findings(multistep(2, midpoint, 4, StartingProcedure.euler())));
    String odd = findings(multistep(2, midpoint, 5, StartingProcedure.euler()));
    assertTrue(odd.contains("a chain of blocks has order 1."), odd);
  }

  /** A claim that fails is told, and nothing of a start for it. */
  @Test
  void aStartIsJudgedByAnOrderThatHolds() {
    String midpoint = "y[n+1] = y[n-1] + 2 h f[n]";
    String text = findings(multistep(3, midpoint, 4, StartingProcedure.euler()));
    assertTrue(text.startsWith("[OrderTooHigh]"), text);
    assertEquals(1, text.lines().count(), text);
  }

  @Test
  void aBlockHasTwoThousandCoefficients() {
    String midpoint = "y[n+1] = y[n-1] + 2 h f[n]";
    // 2 terms a step, and 2 more coefficients of the start.
    StartingProcedure start = from(tableau("Midpoint"));
    assertEquals("", findings(multistep(2, midpoint, 999, start)));
    assertEquals(
        "[Size] Scheme: a block has 2002 coefficients other than 0, but a Java method has room for"
            + " 2000 only.",
        findings(multistep(2, midpoint, 1000, start)));
    assertEquals(
        "[Size] Scheme: a block has 2008 coefficients other than 0, but a Java method has room for"
            + " 2000 only.",
        findings(
            multistep(
                3,
                "y[n+1] = y[n] + 23/12 h f[n] - 4/3 h f[n-1] + 5/12 h f[n-2]",
                500,
                from(tableau("Heun3")))));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
  void theLowestOrderIsOne(int order) {
    String expected = "[OrderTooHigh] %s claims order %s. The lowest order is 1.";
    RungeKutta euler = Catalogue.tableau("Euler", 1, "0 |", "--", " | 1");
    assertEquals(
        expected.formatted("Euler", order),
        findings(euler.withOrder(order)).lines().findFirst().orElse(""));
    assertEquals(
        expected.formatted("Leapfrog", order),
        findings(Catalogue.recurrences().get(0).withOrder(order)).lines().findFirst().orElse(""));
  }

  @Test
  void ordersBeyondTheProof() {
    RungeKutta euler = Catalogue.tableau("Euler", 2, "0 |", "--", " | 1");
    assertEquals(
        "[OrderTooHigh] Euler claims order 2, but an explicit scheme of 1 stage has order 1 at"
            + " most. Claim order 1 or less, or add stages.",
        findings(euler));
    assertEquals(
        "[OrderTooHigh] Euler claims order 15, but the compiler proves orders up to 14 only.",
        findings(euler.withOrder(15)));
    assertEquals(
        "[OrderTooHigh] Euler claims order 14, but an explicit scheme of 1 stage has order 1 at"
            + " most. Claim order 1 or less, or add stages.",
        findings(euler.withOrder(14)));
  }

  @Test
  void theFirstImplicitEntryIsNamed() {
    RungeKutta scheme =
        Catalogue.tableau("Implicit", 1, "1/2 | 1/2 0", "1 | 1/2 1/2", "--", " | 1/2 1/2");
    assertEquals(
        """
        [NotExplicit] Implicit is not explicit: stage 1 uses stage 1, as a_11 = 1/2 is not 0. A block \
        evaluates one stage after the other. An implicit method takes iterations = 1, say: so many \
        rounds of its stages, each from the one before.\
        """,
        findings(scheme));
  }

  @Test
  void consistencyOfARecurrence() {
    String text = findings(Catalogue.multistep("Scheme", 1, "y[n+1] = 1/2 y[n] + h f[n]"));
    assertEquals(
        "[OrderTooHigh] Scheme claims order 1, but C_0 = 1 - sum a_j gives 1/2, not 0; it is not"
            + " even consistent. With 1 instead of 1/2 as the coefficient of y[n], order 1 holds.",
        text);
    assertEquals(
        "[OrderTooHigh] Scheme claims order 1, but C_1 = 1 + sum j a_j - sum b_j gives -1, not 0;"
            + " it is not even consistent. With 1 instead of 2 as the coefficient of f[n], order 1"
            + " holds.",
        findings(Catalogue.multistep("Scheme", 1, "y[n+1] = y[n] + 2 h f[n]")));
    assertEquals(
        "[OrderTooHigh] Scheme claims order 2, but C_2 = (1 - sum a_j (-j)^2)/2! - sum b_j"
            + " (-j)^1/1! gives 1/2, not 0; order 1 holds. Compare the coefficients with their"
            + " source, or claim order 1.",
        findings(Catalogue.multistep("Scheme", 2, "y[n+1] = y[n] + h f[n]")));
  }

  @Test
  void stagesThatDoNotCount() {
    assertEquals(
        "[UnusedStage] Scheme: nothing uses each of the stages 2, 3, and a block leaves it out:",
        findings(
                Catalogue.tableau(
                    "Scheme", 2, "0|", "7|7", "8|1 7", "1|1 0 0", "--", "| 1/2 0 0 1/2"))
            .split(" it has", 2)[0]);
    // The third stage counts through the fourth one, though its weight is 0.
    assertEquals("", findings(tableau("Heun3")));
  }

  @Test
  void termsOfCoefficientZero() {
    StartingProcedure kutta4 = from(tableau("Kutta4"));
    String expected =
        "[ZeroTerm] Scheme: f[n-%s] has the coefficient 0, and looks farther back than all terms"
            + " that count. It adds %s. Leave it out.";
    assertEquals(
        expected.formatted(3, "3 starting steps"),
        findings(multistep(1, "y[n+1] = y[n] + h f[n] + 0 h f[n-3]", 6, kutta4)));
    assertEquals(
        expected.formatted(1, "one starting step"),
        findings(multistep(1, "y[n+1] = y[n] + h f[n] + (1-1) h f[n-1]", 6, kutta4)));
    // It changes nothing where others look back as far.
    assertEquals("", findings(multistep(2, "y[n+1] = 0 y[n] + y[n-1] + 2 h f[n]", 6, kutta4)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          y[n+1] = y[n-1] + h f[n] + h f[n-1]                                   | z + 1    | y[n+1] = y[n] + h f[n]
          y[n+1] = 3/2 y[n] - 1/2 y[n-1] + h f[n] - 1/2 h f[n-1]                | z - 1/2  | y[n+1] = y[n] + h f[n]
          y[n+1] = y[n] - 1/4 y[n-1] + 1/4 y[n-2] + 2 h f[n] - h f[n-1] + 1/4 h f[n-2] |   |
          y[n+1] = (1-sqrt(2)/2) y[n] + sqrt(2)/2 y[n-1] + h f[n] + sqrt(2)/2 h f[n-1] | z + 1/2 sqrt(2) | y[n+1] = y[n] + h f[n]
          y[n+1] = 1/2 y[n] + 1/2 y[n-1] + 3/2 h f[n]                           |          |
          """)
  void recurrencesWithACommonFactor(String recurrence, String factor, String reduced) {
    String text = findings(multistep(1, recurrence, 6, from(tableau("Kutta4"))));
    if (factor == null) {
      assertFalse(text.contains("Reducible"), text);
    } else {
      assertEquals(
          "[Reducible] Scheme is reducible: rho(z) and sigma(z) have the common factor "
              + factor
              + ". Without it, the method is "
              + reduced
              + ", which has the same order and looks back less.",
          text);
    }
  }

  @Test
  void subscriptsOfTwoDigitsAreDivided() {
    assertEquals("99", Subscript.of(8, 8));
    assertEquals("10,1", Subscript.of(9, 0));
    assertEquals("9,10", Subscript.of(8, 9));
  }

  /** z^40 = 1 and its like: the roots lie on the circle, simple. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "y[n+1] = y[n-39] + 40 h f[n-19]                                   | false",
        "y[n+1] = 1/2 y[n] + 1/2 y[n-33] + h f[n]                          | false",
        "y[n+1] = sqrt(2)/2 y[n-49] + (1-sqrt(2)/2) y[n-99] + h f[n]       | false",
        "y[n+1] = 2 y[n-39] - y[n-79] + h f[n]                             | true",
        // Near a root u of 1 lies u (1 + (1 - u)/10^12), outside but for u = 1.
        "y[n+1] = (1+1/10000000000) y[n-99] - 1/10000000000 y[n-98] + h f[n] | true"
      })
  void theRootConditionIsDecidedHoweverFarTheRecurrenceLooksBack(
      String recurrence, boolean isBroken) {
    String findings = findings(Catalogue.multistep("Scheme", 1, recurrence));
    assertEquals(isBroken, findings.contains("NotZeroStable"), findings);
  }

  /** A factor z^2 + 1 has to be split off, and six square roots make that long. */
  @Test
  void theRootConditionIsNotDecidedWhereThatWouldTakeLong() {
    String c = "(sqrt(2)+sqrt(3)+sqrt(5)+sqrt(7)+sqrt(11)+sqrt(13))/99";
    String findings =
        findings(
            Catalogue.multistep(
                "Scheme",
                1,
                "y[n+1] = -y[n-1] + %1$s y[n-59] + %1$s y[n-61] + h f[n]".formatted(c)));
    assertTrue(
        findings.contains(
            "[NotZeroStable] Scheme: it would take too long to decide zero-stability: rho(z) has"
                + " degree 62, its coefficients have 6 independent square roots"),
        findings);
  }
}
