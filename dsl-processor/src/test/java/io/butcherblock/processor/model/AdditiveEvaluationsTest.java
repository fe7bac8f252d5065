package io.butcherblock.processor.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.model.AdditiveEvaluations.Evaluation;
import io.butcherblock.processor.verify.Catalogue;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an additive scheme evaluates, each once. */
class AdditiveEvaluationsTest {

  private static final Exact HALF = Exact.of(1, 2);

  private static AdditiveEvaluations evaluations(String f, String g) {
    return new AdditiveRungeKutta("Scheme", 1, tableau(f), tableau(g), Tolerance.NONE)
        .evaluations();
  }

  private static RungeKutta tableau(String text) {
    return Catalogue.tableau("Part", 1, text.split("; ?", -1));
  }

  private static List<Exact> numbers(long... values) {
    return Arrays.stream(values).mapToObj(Exact::of).toList();
  }

  /** Lie-Trotter: of g at y and of f behind it nothing is asked. */
  @Test
  void unusedOnesAreLeftOut() {
    assertEquals(
        new AdditiveEvaluations(
            List.of(
                new Evaluation(true, 0, numbers(0, 0)), new Evaluation(false, 1, numbers(1, 0))),
            numbers(1, 1)),
        evaluations("0 | 0 0; 1 | 1 0; --; | 1 0", "0 | 0 0; 0 | 0 0; --; | 0 1"));
  }

  /** Stages 2 and 3 are at the same argument: f is evaluated there once, with both weights. */
  @Test
  void equalOnesAreOne() {
    AdditiveEvaluations evaluations =
        evaluations(
            "0 | 0 0 0; 1 | 1 0 0; 1 | 1 0 0; --; | 0 1/2 1/2",
            "0 | 0 0 0; 0 | 0 0 0; 0 | 0 0 0; --; | 1 0 0");
    assertEquals(List.of(Exact.ZERO, Exact.ONE, Exact.ONE), evaluations.weights());
    assertEquals(
        List.of(0, 0, 1), evaluations.evaluations().stream().map(Evaluation::stage).toList());
    assertEquals(2, evaluations.count(true));
    assertEquals(1, evaluations.count(false));
  }

  /** At equal arguments only because evaluations before them are one. */
  @Test
  void mergedOnesMakeOthersEqual() {
    AdditiveEvaluations evaluations =
        evaluations(
            "0 | 0 0 0 0; 0 | 0 0 0 0; 1 | 1 0 0 0; 1 | 0 1 0 0; --; | 0 0 1/2 1/2",
            "0 | 0 0 0 0; 0 | 0 0 0 0; 0 | 0 0 0 0; 0 | 0 0 0 0; --; | 1/2 1/2 0 0");
    assertEquals(3, evaluations.count());
    assertEquals(List.of(Exact.ZERO, Exact.ONE, Exact.ONE), evaluations.weights());
  }

  @Test
  void theMeanIsTheMethodOfTwoEqualHalves() {
    RungeKutta mean =
        new AdditiveRungeKutta(
                "Scheme",
                1,
                tableau("0 | 0 0; 1 | 1 0; --; 1/2 * | 1 1"),
                tableau("0 | 0 0; 0 | 0 0; --; | 0 1"),
                Tolerance.NONE)
            .mean();
    assertEquals(HALF, mean.a(1, 0));
    assertEquals(List.of(Exact.of(1, 4), Exact.of(3, 4)), mean.weights());
    assertEquals(List.of(Exact.ZERO, HALF), mean.c());
  }
}
