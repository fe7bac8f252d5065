package io.butcherblock.processor.fixit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.processor.diagnostics.Finding;
import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.model.FreeParameter;
import io.butcherblock.processor.model.Multistep;
import io.butcherblock.processor.model.Multistep.Kind;
import io.butcherblock.processor.model.Multistep.Term;
import io.butcherblock.processor.model.ParametricMultistep;
import io.butcherblock.processor.model.ParametricRungeKutta;
import io.butcherblock.processor.model.ParametricScheme;
import io.butcherblock.processor.model.StartingProcedure;
import io.butcherblock.processor.multivariate.EntryText;
import io.butcherblock.processor.multivariate.RationalFunction;
import io.butcherblock.processor.parse.TableauParser;
import io.butcherblock.processor.verify.Catalogue;
import io.butcherblock.processor.verify.Verifier;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A family with one slip of the pen is told the function that was meant. */
class FamilyFixItTest {

  private static final RationalFunction SLIP = RationalFunction.constant(Exact.of(1, 7));

  private static final FreeParameter U = parameter("u", Exact.of(1, 3), Exact.of(3, 5));
  private static final FreeParameter V = parameter("v", Exact.of(13, 20), Exact.ONE);
  private static final FreeParameter K = parameter("k", Exact.ZERO, Exact.ONE);

  /** All of three stages and order 3 with u, v and 2/3 different (Butcher, section 322). */
  private static final String THREE_STAGES =
      """
       0 |
       u | u
       v | v-v*(v-u)/(u*(2-3*u))  v*(v-u)/(u*(2-3*u))
      ---+-------------------------------------------------------------------------
         | 1-(3*u+3*v-2)/(6*u*v)  (3*v-2)/(6*u*(v-u))  (2-3*u)/(6*v*(v-u))
      """;

  private static final StartingProcedure HEUN =
      new StartingProcedure.OneStep(
          Catalogue.tableau("Heun", 2, "0 |", "1 | 1", "--", " | 1/2 1/2"));

  private static FreeParameter parameter(String name, Exact low, Exact high) {
    return new FreeParameter(name, low, high, low.plus(high).over(Exact.of(2)));
  }

  private static ParametricRungeKutta tableau(String text) {
    return TableauParser.parseFamily("Family", 3, text, List.of(U, V)).value().orElseThrow();
  }

  private static String text(ParametricScheme family) {
    List<Finding> findings = Verifier.verify(family).findings();
    return findings.isEmpty() ? "" : findings.get(0).text();
  }

  private static void assertCorrected(
      ParametricScheme slipped, RationalFunction meant, String what) {
    assertCorrected(slipped, EntryText.of(meant), what);
  }

  private static void assertCorrected(ParametricScheme slipped, String meant, String what) {
    String advice = "With " + meant + " as " + what + ", order " + slipped.order() + " holds";
    assertTrue(text(slipped).endsWith(advice + " for every value."), text(slipped));
  }

  @Test
  void everySlipInATableauIsCorrected() {
    ParametricRungeKutta family = tableau(THREE_STAGES);
    assertEquals("", text(family));
    for (int i = 0; i < 3; i++) {
      RationalFunction weight = family.weights().get(i);
      assertCorrected(
          family.with(family.a(), replaced(family.weights(), i, weight.plus(SLIP)), family.c()),
          weight,
          "the weight of stage " + (i + 1));
      RationalFunction abscissa = family.c().get(i);
      assertCorrected(
          family.with(family.a(), family.weights(), replaced(family.c(), i, abscissa.plus(SLIP))),
          abscissa,
          "the abscissa c_" + (i + 1));
      for (int j = 0; j < i; j++) {
        RationalFunction entry = family.a().get(i).get(j);
        List<RationalFunction> row = replaced(family.a().get(i), j, entry.plus(SLIP));
        assertCorrected(
            family.with(replaced(family.a(), i, row), family.weights(), family.c()),
            entry,
            "a_" + (i + 1) + (j + 1));
      }
    }
  }

  @Test
  void exchangedWeightsAreNamed() {
    ParametricRungeKutta family = tableau(THREE_STAGES);
    List<RationalFunction> b = family.weights();
    List<RationalFunction> exchanged = List.of(b.get(0), b.get(2), b.get(1));
    assertTrue(
        text(family.with(family.a(), exchanged, family.c()))
            .endsWith(
                "With the weights of stages 2 and 3 exchanged, order 3 holds for every value."),
        text(family.with(family.a(), exchanged, family.c())));
  }

  /** With a common factor before the bar the number to write is another one than the weight. */
  @Test
  void aCommonFactorIsKept() {
    String text =
        THREE_STAGES.replace(
            "  | 1-(3*u+3*v-2)/(6*u*v)  (3*v-2)/(6*u*(v-u))  (2-3*u)/(6*v*(v-u))",
            "1/6 * | 6-(3*u+3*v-2)/(u*v)  (3*v-1)/(u*(v-u))  (2-3*u)/(v*(v-u))");
    String found = text(tableau(text));
    String right = found.replaceAll("(?s).*With (.*) as the weight of stage 2,.*", "$1");
    assertEquals("", text(tableau(text.replace("(3*v-1)/(u*(v-u))", right))), found);
  }

  /** Two slips, and a function that would have a pole in the intervals. */
  @Test
  void whatHasNoCorrectionGetsNone() {
    ParametricRungeKutta family = tableau(THREE_STAGES);
    List<RationalFunction> two =
        replaced(
            replaced(family.weights(), 1, RationalFunction.variable("u")),
            2,
            RationalFunction.variable("v"));
    String text = text(family.with(family.a(), two, family.c()));
    assertTrue(text.startsWith("[OrderTooHigh]") && !text.contains("With "), text);

    FreeParameter wide = parameter("a", Exact.of(-1), Exact.ONE);
    String pole = "0 |\na | a\n--\n| 1/2 1/2";
    ParametricRungeKutta heun =
        TableauParser.parseFamily("Family", 2, pole, List.of(wide)).value().orElseThrow();
    assertEquals(
        "[OrderTooHigh] Family claims order 2, but sum b_i c_i (tree [t], order 2) gives 1/2 a, not"
            + " 1/2 (off by 1/2 a - 1/2); order 1 holds for every value. Of all values in [-1, 1],"
            + " it holds for a = 1 only.",
        text(heun));
  }

  /** y[n+1] = (1-k) y[n] + k y[n-1] + (3+k)/2 h f[n] + (k-1)/2 h f[n-1], of order 2. */
  @Test
  void everySlipInARecurrenceIsCorrected() {
    RationalFunction k = RationalFunction.variable("k");
    RationalFunction half = RationalFunction.constant(Exact.of(1, 2));
    RationalFunction three = RationalFunction.constant(Exact.of(3));
    List<Term> terms = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      terms.add(new Term(kind, 0, Exact.ONE));
      terms.add(new Term(kind, 1, Exact.ONE));
    }
    ParametricMultistep family =
        new ParametricMultistep(
            new Multistep("Family", 2, terms, 3, HEUN, /* carriesHistory= */ false),
            List.of(K),
            List.of(
                RationalFunction.ONE.minus(k),
                k,
                three.plus(k).times(half),
                k.minus(RationalFunction.ONE).times(half)),
            /* absorbs= */ false);
    assertEquals("", text(family));
    List<RationalFunction> coefficients = family.coefficients();
    for (int i = 0; i < coefficients.size(); i++) {
      RationalFunction meant = coefficients.get(i);
      assertCorrected(
          family.withCoefficients(replaced(coefficients, i, meant.plus(SLIP))),
          EntryText.factor(meant),
          "the coefficient of " + family.shape().terms().get(i).reference());
    }
  }

  /** The number of a term is read with the sum in brackets only. */
  @Test
  void aSumBeforeATermIsInBrackets() {
    RationalFunction k = RationalFunction.variable("k");
    assertEquals("(1-k)", EntryText.factor(RationalFunction.ONE.minus(k)));
    assertEquals("-k", EntryText.factor(k.negate()));
    assertEquals("(1-k)/k", EntryText.factor(RationalFunction.ONE.minus(k).over(k)));
  }

  /** A condition of so many functions takes seconds, which each weight must not take once more. */
  @Test
  @Timeout(60)
  void aCorrectionOfManyStagesIsSoonLookedFor() {
    List<FreeParameter> parameters =
        Stream.of("a", "b", "c").map(name -> parameter(name, Exact.of(1, 3), Exact.ONE)).toList();
    int stages = 12;
    List<List<RationalFunction>> a = new ArrayList<>();
    List<RationalFunction> c = new ArrayList<>();
    for (int i = 0; i < stages; i++) {
      List<RationalFunction> row = new ArrayList<>();
      for (int j = 0; j < stages; j++) {
        row.add(j < i ? function(parameters, i, j) : RationalFunction.ZERO);
      }
      a.add(row);
      c.add(row.stream().reduce(RationalFunction.ZERO, RationalFunction::plus));
    }
    List<RationalFunction> weights = new ArrayList<>();
    RationalFunction last = RationalFunction.constant(Exact.of(2));
    for (int j = 0; j < stages - 1; j++) {
      weights.add(function(parameters, 3, j));
      last = last.minus(weights.get(j));
    }
    weights.add(last);
    String text =
        text(
            new ParametricRungeKutta("Family", 2, parameters, a, weights, RationalFunction.ONE, c));
    assertTrue(text.contains("gives 2, not 1"), text);
  }

  /** (p + i + 1) / (q + j + 2) with two of the parameters. */
  private static RationalFunction function(List<FreeParameter> parameters, int i, int j) {
    String above = parameters.get((i + j) % parameters.size()).name();
    String below = parameters.get(i * j % parameters.size()).name();
    return RationalFunction.variable(above)
        .plus(RationalFunction.constant(Exact.of(i + 1)))
        .over(RationalFunction.variable(below).plus(RationalFunction.constant(Exact.of(j + 2))));
  }

  private static <T> List<T> replaced(List<T> list, int index, T value) {
    List<T> changed = new ArrayList<>(list);
    changed.set(index, value);
    return changed;
  }
}
