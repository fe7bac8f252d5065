package io.butcherblock.processor.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.processor.diagnostics.Finding;
import io.butcherblock.processor.diagnostics.Message;
import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.exact.ShortText;
import io.butcherblock.processor.model.Multistep;
import io.butcherblock.processor.model.Multistep.Term;
import io.butcherblock.processor.model.RungeKutta;
import io.butcherblock.processor.model.Scheme;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

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
    List<Finding> findings = Verifier.verify(Catalogue.withOrder(scheme, claimed)).findings();
    assertEquals(List.of(Message.ORDER_TOO_LOW), findings.stream().map(Finding::message).toList());
    assertTrue(findings.get(0).text().contains("of order " + order), findings.get(0).text());
  }

  @Test
  void aRecurrenceBetterThanItClaimsIsToldItsOrder() {
    Multistep scheme = Catalogue.recurrences().get(3);
    List<Finding> findings = Verifier.verify(Catalogue.withOrder(scheme, 1)).findings();
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
