package io.butcherblock.processor.fixit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.processor.diagnostics.Finding;
import io.butcherblock.processor.diagnostics.Message;
import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.exact.ShortText;
import io.butcherblock.processor.model.Multistep;
import io.butcherblock.processor.model.Multistep.Term;
import io.butcherblock.processor.model.Predictor;
import io.butcherblock.processor.model.RungeKutta;
import io.butcherblock.processor.model.Scheme;
import io.butcherblock.processor.model.StartingProcedure;
import io.butcherblock.processor.parse.RecurrenceParser;
import io.butcherblock.processor.verify.Catalogue;
import io.butcherblock.processor.verify.Verifier;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A scheme with one slip of the pen is told the number that was meant. */
class FixItTest {

  private static final Exact SLIP = Exact.of(1, 7);

  static List<RungeKutta> tableaus() {
    return Catalogue.tableaus();
  }

  static List<Multistep> recurrences() {
    return Catalogue.recurrences();
  }

  @ParameterizedTest
  @MethodSource("tableaus")
  void everySlipInATableauIsCorrected(RungeKutta scheme) {
    for (int i = 0; i < scheme.stages(); i++) {
      Exact weight = scheme.weights().get(i);
      assertCorrected(
          with(scheme, scheme.a(), replaced(scheme.weights(), i, weight.plus(SLIP)), scheme.c()),
          weight,
          weight.plus(SLIP),
          "the weight of stage " + (i + 1));
      Exact abscissa = scheme.c().get(i);
      assertCorrected(
          with(scheme, scheme.a(), scheme.weights(), replaced(scheme.c(), i, abscissa.plus(SLIP))),
          abscissa,
          abscissa.plus(SLIP),
          "the abscissa c_" + (i + 1));
      for (int j = 0; j < i && scheme.order() > 2; j++) {
        Exact entry = scheme.a(i, j);
        List<Exact> row = replaced(scheme.a().get(i), j, entry.plus(SLIP));
        assertCorrected(
            with(scheme, replaced(scheme.a(), i, row), scheme.weights(), scheme.c()),
            entry,
            entry.plus(SLIP),
            "a_" + (i + 1) + (j + 1));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("recurrences")
  void everySlipInARecurrenceIsCorrected(Multistep scheme) {
    for (int i = 0; i < scheme.terms().size(); i++) {
      Term term = scheme.terms().get(i);
      Exact wrong = term.coefficient().plus(SLIP);
      Term slip = new Term(term.kind(), term.back(), wrong);
      assertCorrected(
          new Multistep(
              scheme.name(),
              scheme.order(),
              replaced(scheme.terms(), i, slip),
              scheme.steps(),
              scheme.start()),
          term.coefficient(),
          wrong,
          "the coefficient of " + term.reference());
    }
  }

  /** The corrector of order 4 is right, so that its predictor of order 4 may lose one order. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void everySlipInAPredictorIsCorrected(int corrections) {
    List<Term> predictor = adamsBashforth4();
    for (int i = 0; i < predictor.size(); i++) {
      Term term = predictor.get(i);
      Exact wrong = term.coefficient().plus(SLIP);
      List<Term> slip = replaced(predictor, i, new Term(term.kind(), term.back(), wrong));
      Multistep scheme = moulton4().with(new Predictor(slip, corrections));
      String text = Verifier.verify(scheme).findings().get(0).text();
      assertTrue(
          text.contains(
              " In the predictor, with %s instead of %s as the coefficient of %s, order 4 holds."
                  .formatted(
                      ShortText.entry(term.coefficient()),
                      ShortText.entry(wrong),
                      term.reference())),
          text);
    }
  }

  /** One order below that of the corrector is enough of the predictor. */
  @Test
  void theOrderIsThatOfBoth() {
    List<Term> predictor =
        Catalogue.multistep("P", 3, "y[n+1] = y[n] + 23/12 h f[n] - h f[n-1] + 5/12 h f[n-2]")
            .terms();
    String text =
        Verifier.verify(moulton4().with(new Predictor(predictor, 1))).findings().get(0).text();
    assertTrue(
        text.endsWith(
            " In the predictor, with -4/3 instead of -1 as the coefficient of f[n-1], order 4"
                + " holds."),
        text);
  }

  /** Adams-Bashforth 4 of three places: 55/24 is 2.292, 59/24 is 2.458, 37/24 is 1.542. */
  @Test
  void roundedFractionsOfAPredictorAreNamed() {
    List<Term> rounded =
        Catalogue.multistep(
                "P",
                4,
                "y[n+1] = y[n] + 2.292 h f[n] - 2.458 h f[n-1] + 1.542 h f[n-2] - 0.375 h f[n-3]")
            .terms();
    String text =
        Verifier.verify(moulton4().with(new Predictor(rounded, 1))).findings().get(0).text();
    assertFalse(text.contains("Numbers are taken"), text);
    List<Term> longer =
        Catalogue.multistep(
                "P",
                4,
                "y[n+1] = y[n] + 2.2917 h f[n] - 2.4583 h f[n-1] + 1.5417 h f[n-2] - 0.375 h"
                    + " f[n-3]")
            .terms();
    text = Verifier.verify(moulton4().with(new Predictor(longer, 1))).findings().get(0).text();
    assertTrue(
        text.endsWith(
            " Numbers are taken as they stand. With 55/24 for 2.2917, -59/24 for -2.4583, 37/24 for"
                + " 1.5417, order 4 holds."),
        text);
  }

  private static List<Term> adamsBashforth4() {
    return recurrences().stream()
        .filter(scheme -> scheme.name().equals("AdamsBashforth4"))
        .findFirst()
        .orElseThrow()
        .terms();
  }

  /** Hairer, Norsett, Wanner I, section III.1, table 1.2. */
  private static Multistep moulton4() {
    return new Multistep(
        "Moulton4",
        4,
        RecurrenceParser.parse(
                "Moulton4",
                "y[n+1] = y[n] + 3/8 h f[n+1] + 19/24 h f[n] - 5/24 h f[n-1] + 1/24 h f[n-2]",
                /* absorbsStepSize= */ false,
                /* implicit= */ true)
            .value()
            .orElseThrow(),
        6,
        StartingProcedure.euler());
  }

  @Test
  void theCommonFactorIsCorrected() {
    RungeKutta wrong =
        Catalogue.tableau("Kutta3", 3, "0 |", "1/2 | 1/2", "1 | -1 2", "--", "1/4 * | 1 4 1");
    assertCorrected(wrong, Exact.of(1, 6), Exact.of(1, 4), "the common factor of the weights");
  }

  @Test
  void exchangedWeightsAreNamed() {
    RungeKutta wrong =
        Catalogue.tableau(
            "Kutta4", 4, "0 |", "1/2 | 1/2", "1/2 | 0 1/2", "1 | 0 0 1", "--", "1/6 * | 1 2 1 2");
    String text = Verifier.verify(wrong).findings().get(0).text();
    assertTrue(text.contains(" With the weights of stages 3 and 4 exchanged, "), text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "3; 1 | 2 -1; 1/6 * | 1 4 1; a_31 and a_32",
        "3; 1 | -1 2; 1/6 * | 4 1 1; the weights of stages 1 and 2",
        "3; 1 | 2 -1; 1/6 * | 4 1 1; ",
      })
  void exchangedNumbersOfKuttaAreNamed(int order, String row, String weights, String what) {
    String text =
        Verifier.verify(Catalogue.tableau("Kutta3", order, "0 |", "1/2 | 1/2", row, "--", weights))
            .findings()
            .get(0)
            .text();
    assertEquals(what != null, text.contains(" exchanged, all conditions of order 3 hold."), text);
    assertTrue(what == null || text.contains(" With " + what + " exchanged, "), text);
  }

  /** The factor of Kutta's weights is 1/6, and that of half of them 1/3. */
  @ParameterizedTest
  @CsvSource({"1 4 1, 1/6", "1/2 2 1/2, 1/3", "1 4 2, ''"})
  void aFactorThatIsMissingIsNamed(String weights, String factor) {
    String text =
        Verifier.verify(
                Catalogue.tableau(
                    "Kutta3", 3, "0 |", "1/2 | 1/2", "1 | -1 2", "--", "| " + weights))
            .findings()
            .get(0)
            .text();
    String advice =
        " With the common factor " + factor + " * | before the weights, all conditions of order 3";
    assertEquals(!factor.isEmpty(), text.contains(advice), text);
  }

  @Test
  void theWrongIndexOfATermIsNamed() {
    String text =
        Verifier.verify(Catalogue.multistep("Scheme", 2, "y[n+1] = y[n-1] + 2 h f[n-1]"))
            .findings()
            .get(0)
            .text();
    assertTrue(text.contains(" With f[n] instead of f[n-1], order 2 holds."), text);
  }

  @ParameterizedTest
  @CsvSource({"1, 5", "3, 5", "4, 5"})
  void aSchemeBetterThanItClaimsIsToldItsOrder(int claimed, int order) {
    RungeKutta scheme =
        Catalogue.tableaus().stream()
            .filter(s -> s.name().equals("DormandPrince5"))
            .findFirst()
            .orElseThrow();
    List<Finding> findings = Verifier.verify(scheme.withOrder(claimed)).findings();
    assertEquals(List.of(Message.ORDER_TOO_LOW), findings.stream().map(Finding::message).toList());
    assertTrue(findings.get(0).text().contains("of order " + order), findings.get(0).text());
  }

  @Test
  void aRecurrenceBetterThanItClaimsIsToldItsOrder() {
    Multistep scheme = Catalogue.recurrences().get(3);
    List<Finding> findings = Verifier.verify(scheme.withOrder(1)).findings();
    assertTrue(findings.get(0).text().contains("of order 4"), findings.get(0).text());
  }

  private static void assertCorrected(Scheme scheme, Exact right, Exact wrong, String what) {
    List<Finding> findings = Verifier.verify(scheme).findings();
    String advice =
        " With %s instead of %s as %s, "
            .formatted(ShortText.entry(right), ShortText.entry(wrong), what);
    assertTrue(findings.get(0).text().contains(advice), findings.get(0).text() + "\n" + advice);
  }

  private static RungeKutta with(
      RungeKutta s, List<List<Exact>> a, List<Exact> weights, List<Exact> c) {
    return new RungeKutta(s.name(), s.order(), a, weights, s.factor(), c);
  }

  private static <T> List<T> replaced(List<T> list, int index, T value) {
    List<T> changed = new ArrayList<>(list);
    changed.set(index, value);
    return changed;
  }
}
