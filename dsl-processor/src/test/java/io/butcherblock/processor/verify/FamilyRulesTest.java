package io.butcherblock.processor.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.processor.diagnostics.Finding;
import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.model.FreeParameter;
import io.butcherblock.processor.model.Multistep;
import io.butcherblock.processor.model.Multistep.Kind;
import io.butcherblock.processor.model.ParametricMultistep;
import io.butcherblock.processor.model.ParametricRungeKutta;
import io.butcherblock.processor.model.StartingProcedure;
import io.butcherblock.processor.multivariate.RationalFunction;
import io.butcherblock.processor.parse.TableauParser;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is proved of families for every value of their parameters. */
class FamilyRulesTest {

  private static final RationalFunction DISTURBANCE = RationalFunction.constant(Exact.of(1, 1000));

  private static final FreeParameter A = parameter("a", Exact.of(1, 3), Exact.ONE);

  private static final String TWO_STAGE =
      """
       0 |
       a | a
      ---+-------------------
         | 1-1/(2*a)  1/(2*a)
      """;

  private static FreeParameter parameter(String name, Exact low, Exact high) {
    return new FreeParameter(name, low, high, low.plus(high).over(Exact.of(2)));
  }

  private static ParametricRungeKutta tableau(int order, String text, FreeParameter... names) {
    return TableauParser.parseFamily("Family", order, text, List.of(names)).value().orElseThrow();
  }

  private static String text(ParametricRungeKutta family) {
    List<Finding> findings = Verifier.verify(family).findings();
    return findings.isEmpty() ? "" : findings.get(0).text();
  }

  @Test
  void theFamilyOfOrderTwoIsProved() {
    assertEquals("", text(tableau(2, TWO_STAGE, A)));
    assertEquals(
        List.of(
            "for every value of a in [1/3, 1]:",
            "no coefficient has a pole; stability and measures are those of the member at a ="
                + " 2/3",
            "row sums: sum_j a_ij = c_i in all 2 stages",
            "order 1: sum b_i = 1",
            "order 2: sum b_i c_i = 1/2",
            "of the member at the start: order 3: 1 of 2 conditions fails; principal error A_3 ="
                + " 0.167"),
        Verifier.verify(tableau(2, TWO_STAGE, A)).verified().orElseThrow().proof());
  }

  /** The condition, what is left over, and where it would hold. */
  @Test
  void aConditionThatHoldsForOneValueIsNamedWithIt() {
    String wrong = TWO_STAGE.replace("1-1/(2*a)  1/(2*a)", "1/3 2/3");
    assertEquals(
        "[OrderTooHigh] Family claims order 2, but sum b_i c_i (tree [t], order 2) gives 2/3 a,"
            + " not 1/2 (off by 2/3 a - 1/2); order 1 holds for every value. Of all values in"
            + " [1/3, 1], it holds for a = 3/4 only.",
        text(tableau(2, wrong, A)));
    String never = TWO_STAGE.replace("1-1/(2*a)  1/(2*a)", "1-a a");
    assertEquals(
        "[OrderTooHigh] Family claims order 2, but sum b_i c_i (tree [t], order 2) gives a^2, not"
            + " 1/2 (off by a^2 - 1/2); order 1 holds for every value. Of all values in [1/3, 1],"
            + " it holds for a = about 0.707107 only.",
        text(tableau(2, never, A)));
  }

  @Test
  void aRowSumIsAnIdentity() {
    assertEquals(
        "[RowSum] Family: the abscissa c_2 = a, but the coefficients of its row sum to a^2 (off by"
            + " a^2 - a). With a as a_21, order 2 holds for every value.",
        text(tableau(2, TWO_STAGE.replace("a | a", "a | a*a"), A)));
    // With the weights of Heun's method no correction of the row is enough.
    String heun = TWO_STAGE.replace("a | a", "a | a*a").replace("1-1/(2*a)  1/(2*a)", "1/2 1/2");
    assertEquals(
        "[RowSum] Family: the abscissa c_2 = a, but the coefficients of its row sum to a^2 (off by"
            + " a^2 - a). Of all values in [1/3, 1], it holds for a = 1 only. Correct the abscissa"
            + " or the row.",
        text(tableau(2, heun, A)));
  }

  @Test
  void everyDisturbedCoefficientIsRefused() {
    ParametricRungeKutta family = tableau(2, TWO_STAGE, A);
    for (int j = 0; j < 2; j++) {
      List<RationalFunction> b = new ArrayList<>(family.weights());
      b.set(j, b.get(j).plus(DISTURBANCE));
      assertTrue(
          text(new ParametricRungeKutta(
                  "Family", 2, List.of(A), family.a(), b, family.factor(), family.c()))
              .startsWith("[OrderTooHigh]"));
    }
    List<RationalFunction> row =
        List.of(family.a().get(1).get(0).plus(DISTURBANCE), RationalFunction.ZERO);
    List<List<RationalFunction>> a = List.of(family.a().get(0), row);
    assertTrue(
        text(new ParametricRungeKutta(
                "Family", 2, List.of(A), a, family.weights(), family.factor(), family.c()))
            .startsWith("[RowSum]"));
  }

  @Test
  void howManyConditionsFailIsTold() {
    String text = "0 | ; a | a ; 1 | 1-1/(2*a) 1/(2*a) ; -- ; | 1/2 0 1/2".replace(" ; ", "\n");
    // sum b_i c_i = 1/2; sum b_i c_i^2 = 1/2, not 1/3; sum b_i a_ij c_j = 1/4, not 1/6.
    assertEquals(
        "[OrderTooHigh] Family claims order 3, but sum b_i a_ij c_j (tree [[t]], order 3) gives"
            + " 1/4, not 1/6 (off by 1/12); order 2 holds for every value. In all, 2 of the 2"
            + " conditions of order 3 fail. No value of the parameters changes that.",
        text(tableau(3, text, A)));
    assertEquals(
        "[OrderTooLow] Family claims order 1, but is better: all conditions of order 2 hold. Claim"
            + " order 2.",
        text(tableau(1, text, A)));
    assertEquals("", text(tableau(2, text, A)));
    assertEquals(
        "[OrderTooHigh] Family claims order 4, but an explicit scheme of 3 stages has order 3 at"
            + " most. Claim order 3 or less, or add stages.",
        text(tableau(4, text, A)));
    assertTrue(
        text(tableau(99, text, A)).startsWith("[OrderTooHigh] Family claims order 99, but the"),
        text(tableau(99, text, A)));
    assertEquals(
        "[OrderTooHigh] Family claims order 0. The lowest order is 1.", text(tableau(0, text, A)));
  }

  @Test
  void whereAConditionHoldsMayDependOnTwoParameters() {
    FreeParameter b = parameter("b", Exact.ONE, Exact.of(2));
    assertEquals(
        "[OrderTooHigh] Family claims order 2, but sum b_i c_i (tree [t], order 2) gives a b, not"
            + " 1/2 (off by a b - 1/2); order 1 holds for every value. It would hold where a b -"
            + " 1/2 = 0 only.",
        text(tableau(2, TWO_STAGE.replace("1-1/(2*a)  1/(2*a)", "1-b b"), A, b)));
    assertEquals(
        "[OrderTooHigh] Family claims order 2, but sum b_i c_i (tree [t], order 2) gives (a + 1)/(2"
            + " a), not 1/2 (off by 1/(2 a)); order 1 holds for every value. It holds for no value"
            + " of a.",
        text(
            tableau(
                2, TWO_STAGE.replace("1-1/(2*a)  1/(2*a)", "1-(a+1)/(2*a*a)  (a+1)/(2*a*a)"), A)));
  }

  /** sum b_i = 1 + a, and sum b_i c_i = b/2. */
  @Test
  void theParameterThatItDependsOnIsNamed() {
    assertEquals(
        "[OrderTooHigh] Family claims order 2, but sum b_i (tree t, order 1) gives a + 1, not 1"
            + " (off by a); it is not even consistent. It holds for no value of a in [1/3, 1].",
        text(tableau(2, TWO_STAGE.replace("1-1/(2*a)  1/(2*a)", "1 a"), A)));
    FreeParameter b = parameter("b", Exact.ONE, Exact.of(2));
    String weights = TWO_STAGE.replace("1-1/(2*a)  1/(2*a)", "1-b/(2*a) b/(2*a)");
    assertEquals(
        "[OrderTooHigh] Family claims order 2, but sum b_i c_i (tree [t], order 2) gives 1/2 b, not"
            + " 1/2 (off by 1/2 b - 1/2); order 1 holds for every value. Of all values in [1, 2],"
            + " it holds for b = 1 only.",
        text(tableau(2, weights, A, b)));
    FreeParameter wide = parameter("a", Exact.of(-1), Exact.of(2));
    assertEquals(
        "[Pole] Family: a coefficient divides by a, which is 0 for a = 0, in a in [-1, 2]. Choose"
            + " an interval without it.",
        text(tableau(1, weights, b, wide)));
  }

  @Test
  void entriesOnAndAboveTheDiagonalAreRefused() {
    assertEquals(
        "[NotExplicit] Family is not explicit: stage 2 uses stage 2, as a_22 = a is not 0 for every"
            + " value. A block evaluates one stage after the other, and a tableau with free"
            + " parameters is not iterated. Let stages look back to earlier ones only, or write"
            + " numbers for the parameters and take iterations = 1, say.",
        text(tableau(2, TWO_STAGE.replace("a | a", "a | 0 a"), A)));
    String above = text(tableau(2, TWO_STAGE.replace("0 |", "0 | -a a"), A));
    assertTrue(above.contains("stage 1 uses stage 1, as a_11 = -a is not 0"), above);
  }

  @Test
  void aParameterThatNothingDependsOnIsRefused() {
    assertEquals(
        "[Parameters] Family: no coefficient depends on the free parameter b. Leave it out.",
        text(tableau(2, TWO_STAGE, A, parameter("b", Exact.ONE, Exact.of(2)))));
  }

  @Test
  void aPoleIsNamed() {
    FreeParameter wide = parameter("a", Exact.of(-1), Exact.of(2));
    assertEquals(
        "[Pole] Family: a coefficient divides by a, which is 0 for a = 0, in a in [-1, 2]. Choose"
            + " an interval without it.",
        text(tableau(2, TWO_STAGE, wide)));
    String two = "0 | ; a | a ; -- ; | 1-1/(a-b) 1/(a-b)".replace(" ; ", "\n");
    FreeParameter b = parameter("b", Exact.ZERO, Exact.ONE);
    assertEquals(
        "[Pole] Family: a coefficient divides by a - b, which is 0 near a = 1/3, b = 0.333333, in a"
            + " in [1/3, 1], b in [0, 1]. Choose intervals without it.",
        text(tableau(1, two, A, b)));
  }

  /** rho = (z - 1)(z + k), which is stable for -1 &lt; k &lt;= 1. */
  @ParameterizedTest
  @CsvSource({
    "0, 1, ''",
    "-1/2, 1, ''",
    "-9/10, 99/100, ''",
    "0, 101/100, k = 101/100",
    "-1, 1, k = -1",
    "2, 3, k = 2"
  })
  void zeroStabilityIsDecidedForTheWholeInterval(String low, String high, String failing) {
    assertEquals(failing, failing(parameter("k", exact(low), exact(high)), twoStep()));
  }

  /**
   * rho = (z - 1)(z^2 + c z + 1/2): complex roots of size sqrt(1/2) for |c| &lt; sqrt(2), real ones
   * up to c = 3/2, where one is -1 or 1; beyond, one is outside.
   */
  @ParameterizedTest
  @CsvSource({"-1, 1, ''", "0, 3/2, ''", "0, 2, c = 2", "-3/2, 0, c = -3/2"})
  void pairsOfRootsAreFollowed(String low, String high, String failing) {
    RationalFunction c = RationalFunction.variable("c");
    RationalFunction half = RationalFunction.constant(Exact.of(1, 2));
    // z^3 + (c - 1) z^2 + (1/2 - c) z - 1/2
    List<RationalFunction> values = List.of(RationalFunction.ONE.minus(c), c.minus(half), half);
    assertEquals(failing, failing(parameter("c", exact(low), exact(high)), values));
  }

  /**
   * rho = (z - 1)(z + 1)(z + k): -1 is a root for every value; z (z - 1)(z + k): as is 0; and the
   * root -1 + (k^2 - 2)^2/100, which is -1 for k = sqrt(2) and inside otherwise.
   */
  @ParameterizedTest
  @CsvSource({
    "OPPOSITE, -1/2, 1/2, ''",
    "OPPOSITE, 0, 1, k = 1",
    "OPPOSITE, 0, 2, k = 2",
    "ZERO, -1/2, 1, ''",
    "ZERO, -1/2, 3/2, k = 3/2",
    "TOUCHING, 1, 2, ''",
    // A pair e^(+-i t) for |k| < 2, and 1/k and k beyond: it is named where it fails.
    "RECIPROCAL, 3, 4, k = 3",
    "RECIPROCAL, -1, 5/2, k = 5/2",
    "RECIPROCAL, -5/2, 1, k = -5/2",
    "RECIPROCAL, -1, 1, 'rho(z) has two roots w and 1/w, or a pair on the unit circle, for every"
        + " value'",
    // Both roots are -1 for k = sqrt(2) only.
    "MEETING, 1, 2, 'two roots of rho(z) may meet on the unit circle for the value about 1.41421'",
    "MEETING, 3/2, 2, ''",
    // (z - 1)(z - 1 + k^2): both are 1 for k = 0 only.
    "DOUBLE, -1/2, 2/3, k = 0",
    "DOUBLE, 1/2, 1, ''",
  })
  void specialRoots(String name, String low, String high, String failing) {
    RationalFunction k = RationalFunction.variable("k");
    RationalFunction one = RationalFunction.ONE;
    RationalFunction off = k.times(k).minus(number(2));
    RationalFunction s = off.times(off).over(number(100));
    List<RationalFunction> values =
        switch (name) {
          case "OPPOSITE" -> List.of(k.negate(), one, k);
          case "ZERO" -> List.of(one.minus(k), k, RationalFunction.ZERO);
          case "DOUBLE" -> List.of(number(2).minus(k.times(k)), k.times(k).minus(one));
          case "TOUCHING" -> List.of(s, one.minus(s));
          // (z - 1)(z^2 + k z + 1)
          case "RECIPROCAL" -> List.of(one.minus(k), k.minus(one), one);
          // (z - 1)(z + 1 - s)(z + 1 - 2 s)
          default ->
              timesRootOne(
                  number(2).minus(number(3).times(s)),
                  one.minus(s).times(one.minus(number(2).times(s))));
        };
    assertEquals(failing, failing(parameter("k", exact(low), exact(high)), values));
  }

  /** The a_j of (z - 1)(z^2 + p z + q). */
  private static List<RationalFunction> timesRootOne(RationalFunction p, RationalFunction q) {
    return List.of(RationalFunction.ONE.minus(p), p.minus(q), q);
  }

  private static RationalFunction number(long value) {
    return RationalFunction.constant(Exact.of(value));
  }

  private static List<RationalFunction> twoStep() {
    RationalFunction k = RationalFunction.variable("k");
    return List.of(RationalFunction.ONE.minus(k), k);
  }

  private static Exact exact(String text) {
    String[] parts = text.split("/", -1);
    return Exact.of(Long.parseLong(parts[0]), parts.length == 1 ? 1 : Long.parseLong(parts[1]));
  }

  /** For which value the root condition fails; empty if it holds for all. */
  private static String failing(FreeParameter parameter, List<RationalFunction> values) {
    List<Multistep.Term> terms = new ArrayList<>();
    List<RationalFunction> coefficients = new ArrayList<>(values);
    for (int back = 0; back < values.size(); back++) {
      terms.add(new Multistep.Term(Kind.VALUE, back, Exact.ONE));
    }
    terms.add(new Multistep.Term(Kind.VECTOR_FIELD, 0, Exact.ONE));
    coefficients.add(RationalFunction.ONE);
    Multistep shape = new Multistep("Family", 1, terms, 4, StartingProcedure.euler());
    List<Finding> findings =
        new ParametricZeroStabilityRule()
            .check(
                new ParametricMultistep(
                    shape, List.of(parameter), coefficients, /* absorbs= */ false));
    return findings.isEmpty()
        ? ""
        : findings
            .get(0)
            .text()
            .replaceAll(".*Family: for ([^,]*), rho.*", "$1")
            .replaceAll(".*for every value: (.*)\\.", "$1");
  }
}
