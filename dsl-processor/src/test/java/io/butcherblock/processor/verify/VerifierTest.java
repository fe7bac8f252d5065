package io.butcherblock.processor.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.processor.diagnostics.Finding;
import io.butcherblock.processor.diagnostics.Message;
import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.model.Multistep;
import io.butcherblock.processor.model.RungeKutta;
import io.butcherblock.processor.model.Scheme;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class VerifierTest {

  private static final Exact DISTURBANCE = Exact.of(1, 1000);

  static List<RungeKutta> tableaus() {
    return Catalogue.tableaus();
  }

  static List<Multistep> recurrences() {
    return Catalogue.recurrences();
  }

  private static List<Message> messages(Scheme scheme) {
    return Verifier.verify(scheme).findings().stream().map(Finding::message).toList();
  }

  @ParameterizedTest
  @MethodSource("tableaus")
  void acceptedAtItsOrderOnly(RungeKutta scheme) {
    assertEquals(List.of(), messages(scheme));
    Message above =
        scheme.order() == scheme.stages() ? Message.ORDER_BEYOND_STAGES : Message.ORDER_TOO_HIGH;
    assertEquals(Set.of(above), Set.copyOf(messages(scheme.withOrder(scheme.order() + 1))));
    if (scheme.order() > 1) {
      assertEquals(List.of(Message.ORDER_TOO_LOW), messages(scheme.withOrder(scheme.order() - 1)));
    }
  }

  @ParameterizedTest
  @MethodSource("recurrences")
  void recurrenceAcceptedAtItsOrderOnly(Multistep scheme) {
    assertEquals(List.of(), messages(scheme));
    assertTrue(
        messages(scheme.withOrder(scheme.order() + 1)).contains(Message.MULTISTEP_ORDER_TOO_HIGH));
    assertTrue(messages(scheme.withOrder(scheme.order() - 1)).contains(Message.ORDER_TOO_LOW));
  }

  @ParameterizedTest
  @MethodSource("tableaus")
  void everyDisturbedCoefficientIsRefused(RungeKutta scheme) {
    for (int i = 0; i < scheme.stages(); i++) {
      assertRefused(disturbed(scheme, i, -1, true), Message.ROW_SUM);
      assertRefused(disturbed(scheme, i, -2, false), Message.ORDER_TOO_HIGH);
      for (int j = 0; j < i; j++) {
        assertRefused(disturbed(scheme, i, j, false), Message.ROW_SUM);
        // With its abscissa made to fit, a coefficient of an unused stage may be anything.
        if (scheme.order() > 1) {
          assertRefused(disturbed(scheme, i, j, true), Message.ORDER_TOO_HIGH);
        }
      }
      for (int j = i; j < scheme.stages(); j++) {
        assertRefused(disturbed(scheme, i, j, true), Message.NOT_EXPLICIT);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("recurrences")
  void everyDisturbedTermIsRefused(Multistep scheme) {
    for (int i = 0; i < scheme.terms().size(); i++) {
      List<Multistep.Term> terms = new ArrayList<>(scheme.terms());
      Multistep.Term term = terms.get(i);
      terms.set(
          i, new Multistep.Term(term.kind(), term.back(), term.coefficient().plus(DISTURBANCE)));
      assertRefused(
          new Multistep(scheme.name(), scheme.order(), terms, scheme.steps(), scheme.start()),
          Message.MULTISTEP_ORDER_TOO_HIGH);
    }
  }

  /** Order 2 only, though of order 3 on every linear autonomous problem. */
  @Test
  void negativeControl() {
    RungeKutta control =
        Catalogue.tableau("Control", 3, "0 |", "1/2 | 1/2", "1/2 | -1/6 2/3", "--", " | 0 1/2 1/2");
    List<Finding> findings = Verifier.verify(control).findings();
    assertEquals(1, findings.size());
    assertEquals(
        "[OrderTooHigh] Control claims order 3, but sum b_i c_i^2 (tree [t t], order 3) gives 1/4,"
            + " not 1/3 (off by -1/12); order 2 holds. Compare the entries with their source, or"
            + " claim order 2.",
        findings.get(0).text());
    assertEquals(List.of(), messages(control.withOrder(2)));
  }

  @Test
  void allTreesOfTheLowestFailingOrderAndNoHigherOnes() {
    RungeKutta scheme =
        Catalogue.tableau(
            "Wrong", 4, "0 |", "1/3 | 1/3", "1 | 0 1", "1 | 0 0 1", "--", "1/4 * | 1 1 1 1");
    List<String> texts = Verifier.verify(scheme).findings().stream().map(Finding::text).toList();
    assertEquals(1, texts.size());
    assertTrue(texts.get(0).contains("tree [t], order 2"), texts.get(0));
    assertTrue(texts.get(0).contains("; order 1 holds."), texts.get(0));
  }

  @Test
  void twoHundredStages() {
    Exact step = Exact.of(1, 200);
    List<List<Exact>> a = new ArrayList<>();
    List<Exact> c = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      List<Exact> row = new ArrayList<>(Collections.nCopies(i, step));
      row.addAll(Collections.nCopies(200 - i, Exact.ZERO));
      a.add(row);
      c.add(Exact.of(i, 200));
    }
    // Two hundred Euler steps in one.
    RungeKutta dense = new RungeKutta("Dense", 1, a, Collections.nCopies(200, step), Exact.ONE, c);
    assertEquals(List.of(Message.TOO_LARGE), messages(dense));
  }

  private static void assertRefused(Scheme scheme, Message message) {
    VerificationResult result = Verifier.verify(scheme);
    assertTrue(result.findings().stream().anyMatch(f -> f.message() == message), () -> "" + scheme);
    assertFalse(result.verified().isPresent());
  }

  /** Disturbs a_ij, and with it c_i if told; j = -1: c_i alone; j = -2: weight i. */
  private static RungeKutta disturbed(RungeKutta s, int i, int j, boolean abscissa) {
    List<List<Exact>> a = new ArrayList<>();
    s.a().forEach(row -> a.add(new ArrayList<>(row)));
    List<Exact> b = new ArrayList<>(s.weights());
    List<Exact> c = new ArrayList<>(s.c());
    if (j >= 0) {
      a.get(i).set(j, s.a(i, j).plus(DISTURBANCE));
    }
    if (j == -2) {
      b.set(i, b.get(i).plus(DISTURBANCE));
    }
    if (abscissa) {
      c.set(i, c.get(i).plus(DISTURBANCE));
    }
    return new RungeKutta(s.name(), s.order(), a, b, s.factor(), c);
  }
}
