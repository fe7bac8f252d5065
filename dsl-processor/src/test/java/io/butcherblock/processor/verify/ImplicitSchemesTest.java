package io.butcherblock.processor.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.processor.claim.MultistepClaim;
import io.butcherblock.processor.diagnostics.Finding;
import io.butcherblock.processor.diagnostics.Message;
import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.lower.LoweredScheme;
import io.butcherblock.processor.lower.Lowering;
import io.butcherblock.processor.model.IteratedRungeKutta;
import io.butcherblock.processor.model.Multistep;
import io.butcherblock.processor.model.Predictor;
import io.butcherblock.processor.model.RungeKutta;
import io.butcherblock.processor.model.Scheme;
import io.butcherblock.processor.model.Stability;
import io.butcherblock.processor.model.StartingProcedure;
import io.butcherblock.processor.parse.RecurrenceParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Implicit tableaus by iteration, and implicit recurrences by a predictor. */
class ImplicitSchemesTest {

  private static final Exact DISTURBANCE = Exact.of(1, 1000);

  private static final String EULER = "y[n+1] = y[n] + h f[n]";
  private static final String TRAPEZOIDAL = "y[n+1] = y[n] + 1/2 h f[n+1] + 1/2 h f[n]";
  private static final String MOULTON3 =
      "y[n+1] = y[n] + 5/12 h f[n+1] + 2/3 h f[n] - 1/12 h f[n-1]";
  private static final String MOULTON4 =
      "y[n+1] = y[n] + 3/8 h f[n+1] + 19/24 h f[n] - 5/24 h f[n-1] + 1/24 h f[n-2]";
  private static final String SIMPSON =
      "y[n+1] = y[n-1] + 1/3 h f[n+1] + 4/3 h f[n] + 1/3 h f[n-1]";
  private static final String AB2 = "y[n+1] = y[n] + 3/2 h f[n] - 1/2 h f[n-1]";
  private static final String AB3 = "y[n+1] = y[n] + 23/12 h f[n] - 4/3 h f[n-1] + 5/12 h f[n-2]";
  private static final String AB4 =
      "y[n+1] = y[n] + 55/24 h f[n] - 59/24 h f[n-1] + 37/24 h f[n-2] - 3/8 h f[n-3]";
  private static final String MILNE = "y[n+1] = y[n-3] + 8/3 h f[n] - 4/3 h f[n-1] + 8/3 h f[n-2]";

  private static RungeKutta method(String name, int order) {
    return switch (name) {
      case "BackwardEuler" -> Catalogue.tableau(name, order, "1 | 1", "--", " | 1");
      case "Midpoint" -> Catalogue.tableau(name, order, "1/2 | 1/2", "--", " | 1");
      case "Trapezoidal" ->
          Catalogue.tableau(name, order, "0 | 0 0", "1 | 1/2 1/2", "--", " | 1/2 1/2");
      case "Radau3" ->
          Catalogue.tableau(name, order, "1/3 | 5/12 -1/12", "1 | 3/4 1/4", "--", " | 3/4 1/4");
      case "Gauss4" ->
          Catalogue.tableau(
              name,
              order,
              "1/2-sqrt(3)/6 | 1/4 1/4-sqrt(3)/6",
              "1/2+sqrt(3)/6 | 1/4+sqrt(3)/6 1/4",
              "--",
              "1/2 * | 1 1");
      case "LobattoC4" ->
          Catalogue.tableau(
              name,
              order,
              "0 | 1/6 -1/3 1/6",
              "1/2 | 1/6 5/12 -1/12",
              "1 | 1/6 2/3 1/6",
              "--",
              "1/6 * | 1 4 1");
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static List<Message> messages(Scheme scheme) {
    return Verifier.verify(scheme).findings().stream().map(Finding::message).toList();
  }

  /** The order is min(p, k + 1): each iteration multiplies the error of the stages by O(h). */
  @ParameterizedTest
  @CsvSource({
    "BackwardEuler, 1, 1",
    "BackwardEuler, 3, 1",
    "Midpoint, 1, 2",
    "Midpoint, 4, 2",
    "Trapezoidal, 1, 2",
    "Trapezoidal, 5, 2",
    "Radau3, 1, 2",
    "Radau3, 2, 3",
    "Radau3, 5, 3",
    "Gauss4, 1, 2",
    "Gauss4, 2, 3",
    "Gauss4, 3, 4",
    "Gauss4, 4, 4",
    "LobattoC4, 2, 3",
    "LobattoC4, 3, 4",
    "LobattoC4, 4, 4",
  })
  void acceptedAtTheOrderOfTheUnrolledScheme(String name, int iterations, int order) {
    assertEquals(List.of(), messages(new IteratedRungeKutta(method(name, order), iterations)));
    List<Message> above = messages(new IteratedRungeKutta(method(name, order + 1), iterations));
    assertEquals(1, above.size());
    assertTrue(
        List.of(Message.ORDER_TOO_HIGH, Message.TOO_FEW_ITERATIONS).contains(above.get(0)),
        above::toString);
    if (order > 1) {
      assertEquals(
          List.of(Message.ORDER_TOO_LOW),
          messages(new IteratedRungeKutta(method(name, order - 1), iterations)));
    }
    assertEquals(
        order,
        Verifier.verify(new IteratedRungeKutta(method(name, order), iterations))
            .verified()
            .orElseThrow()
            .blockOrder());
  }

  @Test
  void everyDisturbedEntryOfAnImplicitTableauIsRefused() {
    for (String name : List.of("Radau3", "Gauss4", "LobattoC4", "Midpoint")) {
      RungeKutta method = method(name, name.equals("Midpoint") ? 2 : name.equals("Radau3") ? 3 : 4);
      for (int i = 0; i < method.stages(); i++) {
        List<Exact> weights = new ArrayList<>(method.weights());
        weights.set(i, weights.get(i).plus(DISTURBANCE));
        assertRefused(changed(method, method.a(), weights, method.c()), Message.ORDER_TOO_HIGH);
        for (int j = 0; j < method.stages(); j++) {
          List<List<Exact>> a = new ArrayList<>(method.a());
          List<Exact> row = new ArrayList<>(a.get(i));
          row.set(j, row.get(j).plus(DISTURBANCE));
          a.set(i, row);
          List<Exact> c = new ArrayList<>(method.c());
          assertRefused(changed(method, a, method.weights(), c), Message.ROW_SUM);
          c.set(i, c.get(i).plus(DISTURBANCE));
          assertRefused(changed(method, method.a(), method.weights(), c), Message.ROW_SUM);
          assertRefused(changed(method, a, method.weights(), c), Message.ORDER_TOO_HIGH);
        }
      }
    }
  }

  private static RungeKutta changed(
      RungeKutta method, List<List<Exact>> a, List<Exact> weights, List<Exact> c) {
    return new RungeKutta(method.name(), method.order(), a, weights, method.factor(), c);
  }

  private static void assertRefused(RungeKutta method, Message message) {
    assertRefused(new IteratedRungeKutta(method, method.order()), message);
  }

  private static void assertRefused(Scheme scheme, Message message) {
    VerificationResult result = Verifier.verify(scheme);
    assertTrue(result.findings().stream().anyMatch(f -> f.message() == message), scheme::toString);
    assertFalse(result.verified().isPresent());
  }

  /** What is wrong is told of the tableau as written, with its own entries. */
  @Test
  void aSlipIsFoundInTheImplicitTableau() {
    RungeKutta slip =
        Catalogue.tableau("Slip", 3, "1/3 | 5/12 -1/12", "1 | 3/4 1/4", "--", " | 2/4 1/4");
    assertEquals(
        List.of(
            "[OrderTooHigh] Slip claims order 3, but sum b_i (tree t, order 1) gives 3/4, not 1"
                + " (off by -1/4); it is not even consistent. With 3/4 instead of 2/4 as the weight"
                + " of stage 1, all conditions of order 3 hold."),
        Verifier.verify(new IteratedRungeKutta(slip, 2)).findings().stream()
            .map(Finding::text)
            .toList());
    RungeKutta row =
        Catalogue.tableau("Slip", 3, "1/3 | 5/12 1/12", "1 | 3/4 1/4", "--", " | 3/4 1/4");
    String text = Verifier.verify(new IteratedRungeKutta(row, 2)).findings().get(0).text();
    assertTrue(
        text.endsWith("With -1/12 instead of 1/12 as a_12, all conditions of order 3 hold."), text);
  }

  @Test
  void theProofTellsOfTheImplicitMethod() {
    List<String> proof =
        Verifier.verify(new IteratedRungeKutta(method("Gauss4", 3), 2))
            .verified()
            .orElseThrow()
            .proof();
    assertEquals(
        "the implicit method has order 4, which 3 iterations reach; iterations = 2", proof.get(0));
  }

  /** Lobatto IIIC: the row 1/6 -1/3 1/6 times f(y) is 0, so that this stage is f(y) again. */
  @Test
  void equalStagesAreOne() {
    assertEquals(3, new IteratedRungeKutta(method("LobattoC4", 2), 1).unrolled().stages());
    assertEquals(6, new IteratedRungeKutta(method("LobattoC4", 3), 2).unrolled().stages());
    // The trapezoidal rule: f(y), and its second stage once for each iteration.
    assertEquals(4, new IteratedRungeKutta(method("Trapezoidal", 2), 3).unrolled().stages());
    assertEquals(
        Catalogue.tableau("Midpoint", 2, "0 |", "1/2 | 1/2", "--", " | 0 1"),
        new IteratedRungeKutta(method("Midpoint", 2), 1).unrolled());
  }

  @Test
  void stepsOfATableau() {
    RungeKutta heun =
        Catalogue.tableau("Heun", 2, "0 |", "1 | 1", "--", "1/2 * | 1 1").withSteps(2);
    LoweredScheme lowered = Lowering.lower(Verifier.verify(heun).verified().orElseThrow());
    assertEquals("2 steps", lowered.block());
    assertEquals(
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
        k3 = h f3(y1)
        stage4 = y1 + k3
        k4 = h f4(stage4)
        release stage4
        sum2 = k4 + k3
        release k4
        release k3
        y2 = y1 + scale2 sum2
        release y1
        release sum2
        return y2
        """,
        lowered.trainable().program().toString());
  }

  private static Multistep pece(
      int order, String corrector, String predictor, int corrections, int steps) {
    StartingProcedure start =
        new StartingProcedure.OneStep(
            Catalogue.tableaus().stream()
                .filter(s -> s.name().equals("Kutta4"))
                .findFirst()
                .orElseThrow());
    return new Multistep(
            "Scheme",
            order,
            RecurrenceParser.parse("Scheme", corrector, false, true).value().orElseThrow(),
            steps,
            start)
        .with(
            new Predictor(
                RecurrenceParser.parsePredictor("Scheme", predictor, false).value().orElseThrow(),
                corrections));
  }

  private static String recurrence(String name) {
    return switch (name) {
      case "Y" -> "y[n+1] = y[n]";
      case "HALF" -> "y[n+1] = y[n] + 1/2 h f[n]";
      case "BACKWARD" -> "y[n+1] = y[n] + h f[n+1]";
      case "EULER" -> EULER;
      case "TRAPEZOIDAL" -> TRAPEZOIDAL;
      case "MOULTON3" -> MOULTON3;
      case "MOULTON4" -> MOULTON4;
      case "SIMPSON" -> SIMPSON;
      case "AB2" -> AB2;
      case "AB3" -> AB3;
      case "AB4" -> AB4;
      case "MILNE" -> MILNE;
      default -> throw new IllegalArgumentException(name);
    };
  }

  /** min(p, p* + m): Lambert, Numerical Methods for Ordinary Differential Systems, chapter 4. */
  @ParameterizedTest
  @CsvSource({
    "TRAPEZOIDAL, EULER, 1, 2",
    "TRAPEZOIDAL, AB2, 1, 2",
    "TRAPEZOIDAL, Y, 1, 1",
    "TRAPEZOIDAL, Y, 2, 2",
    "MOULTON3, EULER, 1, 2",
    "MOULTON3, EULER, 2, 3",
    "MOULTON3, AB2, 1, 3",
    "MOULTON3, AB3, 1, 3",
    "MOULTON4, AB2, 1, 3",
    "MOULTON4, AB3, 1, 4",
    "MOULTON4, AB4, 1, 4",
    "MOULTON4, EULER, 3, 4",
    "SIMPSON, MILNE, 1, 4",
    "SIMPSON, AB2, 1, 3",
    "SIMPSON, AB2, 2, 4",
    // Not the rule, which says 1: it is Runge's midpoint rule.
    "BACKWARD, HALF, 1, 2",
  })
  void acceptedAtTheOrderOfPece(String corrector, String predictor, int corrections, int order) {
    Multistep scheme = pece(order, recurrence(corrector), recurrence(predictor), corrections, 6);
    assertEquals(List.of(), messages(scheme));
    List<Message> above =
        messages(pece(order + 1, recurrence(corrector), recurrence(predictor), corrections, 6));
    assertEquals(1, above.size(), above::toString);
    assertTrue(
        List.of(Message.MULTISTEP_ORDER_TOO_HIGH, Message.PREDICTOR_ORDER).contains(above.get(0)),
        above::toString);
    if (order > 1) {
      assertEquals(
          List.of(Message.ORDER_TOO_LOW),
          messages(pece(order - 1, recurrence(corrector), recurrence(predictor), corrections, 6)));
    }
    assertEquals(order, Verifier.verify(scheme).verified().orElseThrow().blockOrder());
  }

  @Test
  void everyDisturbedTermOfBothRecurrencesIsRefused() {
    Multistep scheme = pece(4, MOULTON4, AB4, 1, 6);
    for (int i = 0; i < scheme.terms().size(); i++) {
      assertRefused(
          scheme.withTerms(disturbed(scheme.terms(), i)), Message.MULTISTEP_ORDER_TOO_HIGH);
    }
    List<Multistep.Term> predictor = scheme.predictor().orElseThrow().terms();
    for (int i = 0; i < predictor.size(); i++) {
      assertRefused(
          scheme.with(new Predictor(disturbed(predictor, i), 1)),
          predictor.get(i).kind() == Multistep.Kind.VALUE
              ? Message.PREDICTOR_INCONSISTENT
              : Message.PREDICTOR_ORDER);
    }
  }

  private static List<Multistep.Term> disturbed(List<Multistep.Term> terms, int i) {
    List<Multistep.Term> changed = new ArrayList<>(terms);
    Multistep.Term term = terms.get(i);
    changed.set(
        i, new Multistep.Term(term.kind(), term.back(), term.coefficient().plus(DISTURBANCE)));
    return changed;
  }

  /** Euler corrected by the trapezoidal rule is Heun's scheme, evaluation by evaluation. */
  @Test
  void heunAsPece() {
    LoweredScheme pece =
        Lowering.lower(Verifier.verify(pece(2, TRAPEZOIDAL, EULER, 1, 1)).verified().orElseThrow());
    LoweredScheme heun =
        Lowering.lower(
            Verifier.verify(Catalogue.tableau("Heun", 2, "0 |", "1 | 1", "--", " | 1/2 1/2"))
                .verified()
                .orElseThrow());
    assertEquals(
        heun.frozen().program().toString(),
        pece.frozen().program().toString().replace("predicted1", "stage2"));
    assertEquals("R(z) = 1/2 z^2 + z + 1", pece.stability().formula());
    assertEquals(2, pece.stability().realInterval(), 1e-9);
  }

  /**
   * Adams-Bashforth-Moulton of order 2: w^2 - A - z/2 A* with A = (1 + z/2) w and A* = (1 + 3/2 z)
   * w - z/2.
   */
  @Test
  void theStabilityPolynomial() {
    assertEquals(
        List.of(
            List.of(Exact.ZERO, Exact.of(-1), Exact.ONE),
            List.of(Exact.ZERO, Exact.of(-1)),
            List.of(Exact.of(1, 4), Exact.of(-3, 4))),
        Verifier.verify(pece(2, TRAPEZOIDAL, AB2, 1, 4))
            .verified()
            .orElseThrow()
            .stability()
            .polynomial());
  }

  /**
   * With A = (1 + z/2) w and A* as before, corrected twice: w^2 - A (1 + z/2) - (z/2)^2 A*.
   * Corrected once, it is the polynomial above.
   */
  @Test
  void theStabilityPolynomialAsText() {
    Stability once = stability(pece(2, TRAPEZOIDAL, AB2, 1, 4));
    assertEquals("p(w, z) = (w^2 - w) + (-w) z + (-3/4 w + 1/4) z^2", once.formula());
    assertTrue(once.isKnown());
    assertEquals(2, once.realInterval(), 1e-12);
    assertEquals(
        "p(w, z) = (w^2 - w) + (-w) z + (-1/2 w) z^2 + (-3/8 w + 1/8) z^3",
        stability(pece(2, TRAPEZOIDAL, AB2, 2, 4)).formula());
  }

  /** |R(-x)| = 1 where (x - 2)(x^2 + 4) = 0, and |R(iy)|^2 = 1 - y^4/4 + y^6/16. */
  @Test
  void theStabilityFunctionOfTwoCorrections() {
    Stability stability = stability(pece(2, TRAPEZOIDAL, EULER, 2, 1));
    assertEquals("R(z) = 1/4 z^3 + 1/2 z^2 + z + 1", stability.formula());
    assertEquals(2, stability.realInterval(), 1e-12);
    assertEquals(2, stability.imaginaryInterval(), 1e-12);
    assertEquals(
        List.of(
            List.of(Exact.of(-1), Exact.ONE),
            List.of(Exact.of(-1)),
            List.of(Exact.of(-1, 2)),
            List.of(Exact.of(-1, 4))),
        stability.polynomial());
  }

  private static Stability stability(Multistep scheme) {
    return Verifier.verify(scheme).verified().orElseThrow().stability();
  }

  @Test
  void theProofTellsOfBothRecurrences() {
    assertEquals(
        List.of(
            "predictor: order 2; corrector: order 3",
            "order 3 of PECE, as B-series after accurate values; at least min(3, 2 + 1)"),
        Verifier.verify(pece(3, MOULTON3, AB2, 1, 6))
            .verified()
            .orElseThrow()
            .proof()
            .subList(0, 2));
    assertEquals(
        List.of(
            "predictor: order 1; corrector: order 4",
            "order 4 of P(EC)^3E, as B-series after accurate values; at least min(4, 1 + 3)"),
        Verifier.verify(pece(4, MOULTON4, EULER, 3, 6))
            .verified()
            .orElseThrow()
            .proof()
            .subList(0, 2));
    // It has no order: the coefficients of y sum to 2.
    assertEquals(-1, MultistepClaim.orderOf(Catalogue.multistep("S", 1, "y[n+1] = 2 y[n]")));
  }

  @Test
  void whatThePredictorLacksIsTold() {
    assertEquals(
        List.of(
            "[OrderTooHigh] Scheme claims order 4, which its corrector has. But its predictor has"
                + " order 1, to which each correction adds one, and together they have order 3."
                + " Take corrections = 3, or a predictor of order 2."),
        texts(pece(4, MOULTON4, EULER, 2, 6)));
    assertEquals(
        List.of(
            "[OrderTooHigh] Scheme claims order 4, which its corrector has. But its predictor has"
                + " order 2, to which the correction adds one, and together they have order 3. Take"
                + " corrections = 2, or a predictor of order 3."),
        texts(pece(4, MOULTON4, AB2, 1, 6)));
    assertEquals(
        List.of(
            "[Predictor] Scheme: in the predictor the coefficients of y sum to 1/2, not 1, so that"
                + " it gives no value near y[n+1]. In the predictor, with 1 instead of 1/2 as the"
                + " coefficient of y[n], order 2 holds."),
        texts(pece(2, TRAPEZOIDAL, "y[n+1] = 1/2 y[n] + h f[n]", 1, 6)));
  }

  /** Of a start nothing is said before the order that it is to keep holds. */
  @Test
  void theStartIsJudgedWhereTheOrderHolds() {
    assertEquals(
        List.of(Message.STARTING_ORDER), messages(startedByEuler(pece(4, MOULTON4, AB4, 1, 6))));
    assertEquals(
        List.of(Message.MULTISTEP_ORDER_TOO_HIGH),
        messages(startedByEuler(pece(5, MOULTON4, AB4, 1, 6))));
    assertEquals(
        List.of(Message.PREDICTOR_ORDER), messages(startedByEuler(pece(4, MOULTON4, AB2, 1, 6))));
    assertEquals(
        List.of(Message.PREDICTOR_INCONSISTENT),
        messages(startedByEuler(pece(4, MOULTON4, "y[n+1] = 2 y[n] + h f[n]", 1, 6))));
    assertEquals(
        List.of(Message.ORDER_NOT_POSITIVE),
        messages(startedByEuler(pece(0, MOULTON4, AB4, 1, 6))));
  }

  private static Multistep startedByEuler(Multistep s) {
    return new Multistep(s.name(), s.order(), s.terms(), s.steps(), StartingProcedure.euler())
        .with(s.predictor().orElseThrow());
  }

  @Test
  void tooFewIterationsAreTold() {
    assertEquals(
        List.of(
            "[OrderTooHigh] Gauss4 claims order 4, which the implicit method has. But the order of"
                + " 2 iterations from K_i = f(y) is 3: each iteration adds one, up to the order of"
                + " the method. Take iterations = 3, or claim order 3."),
        texts(new IteratedRungeKutta(method("Gauss4", 4), 2)));
    assertTrue(
        texts(new IteratedRungeKutta(method("Gauss4", 3), 1))
            .get(0)
            .contains("the order of 1 iteration from"));
    List<String> proof =
        Verifier.verify(new IteratedRungeKutta(method("BackwardEuler", 1), 2))
            .verified()
            .orElseThrow()
            .proof();
    assertEquals(
        List.of(
            "the implicit method has order 1, which 0 iterations reach; iterations = 2",
            "solved exactly, the implicit method would be A-stable and L-stable: R(z) = (1) / (-z"
                + " + 1)",
            "unrolled to an explicit scheme of 3 stages, of which all that follows is said"),
        proof.subList(0, 3));
    assertTrue(proof.contains("order 1: sum b_i = 1"), proof::toString);
  }

  private static List<String> texts(Scheme scheme) {
    return Verifier.verify(scheme).findings().stream().map(Finding::text).toList();
  }

  @Test
  void theCorrectorIsZeroStable() {
    Multistep scheme =
        pece(1, "y[n+1] = 3 y[n] - 2 y[n-1] + 1/2 h f[n+1] - 3/2 h f[n]", EULER, 1, 6);
    assertRefused(scheme, Message.NOT_ZERO_STABLE);
  }

  @Test
  void aPredictorIsNeeded() {
    assertEquals(Optional.empty(), RecurrenceParser.parse("Scheme", TRAPEZOIDAL).value());
    assertEquals(
        Optional.empty(),
        RecurrenceParser.parse("Scheme", "y[n+1] = y[n+1] + h f[n+1]", false, true).value());
    assertEquals(
        Optional.empty(), RecurrenceParser.parsePredictor("Scheme", TRAPEZOIDAL, false).value());
  }
}
