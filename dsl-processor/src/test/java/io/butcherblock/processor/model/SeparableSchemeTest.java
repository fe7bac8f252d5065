package io.butcherblock.processor.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.model.SeparableScheme.Stage;
import io.butcherblock.processor.verify.Catalogue;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Partitioned schemes with each evaluation once. */
class SeparableSchemeTest {

  private static final Exact HALF = Exact.of(1, 2);

  private static SeparableScheme scheme(String p, String q) {
    return new PartitionedRungeKutta("Scheme", 1, tableau(p), tableau(q)).separable();
  }

  private static RungeKutta tableau(String text) {
    return Catalogue.tableau("Half", 1, text.split("; ?", -1));
  }

  private static List<List<Exact>> rows(List<Exact> row) {
    return List.of(row);
  }

  /** Stoermer-Verlet: both P_i are p + h/2 k_1, so that g is evaluated once, with the weight 1. */
  @Test
  void equalStagesAreOne() {
    SeparableScheme verlet =
        scheme("1/2 | 1/2 0; 1/2 | 1/2 0; --; | 1/2 1/2", "0 | 0 0; 1 | 1/2 1/2; --; | 1/2 1/2");
    assertEquals(
        new SeparableScheme(
            List.of(List.of(Exact.ZERO), List.of(Exact.ONE)),
            rows(List.of(HALF, Exact.ZERO)),
            List.of(HALF, HALF),
            List.of(Exact.ONE)),
        verlet);
    assertEquals(
        Optional.of(List.of(new Stage(true, 0), new Stage(false, 0), new Stage(true, 1))),
        verlet.sequence());
    // With p and q exchanged, f is the one that is evaluated once.
    assertEquals(1, verlet.turned().countOfK());
    assertEquals(2, verlet.turned().countOfL());
    assertEquals(verlet, verlet.turned().turned());
  }

  /** The arguments of the step backwards: Q_i = q1 - h sum (B_j - A_ij) l_j. */
  @Test
  void theAdjointIsWrittenFromTheOtherEnd() {
    SeparableScheme euler = scheme("1 | 1; --; | 1", "0 |; --; | 1");
    assertEquals(rows(List.of(Exact.ONE)), euler.adjoint().ofQ());
    assertEquals(rows(List.of(Exact.ZERO)), euler.adjoint().ofP());
    assertEquals(euler, euler.adjoint().adjoint());
    // Explicit Euler in both halves: backwards, k and l need each other.
    SeparableScheme explicit = scheme("0 |; --; | 1", "0 |; --; | 1");
    assertEquals(
        Optional.of(List.of(new Stage(false, 0), new Stage(true, 0))), explicit.sequence());
    assertEquals(Optional.empty(), explicit.adjoint().sequence());
  }

  /** k_2 is needed by l_1, which has a weight; k_3 and l_3 are needed by nothing. */
  @Test
  void stagesThatNothingUsesAreLeftOut() {
    SeparableScheme scheme =
        scheme(
            "2 | 0 2 0; 0 | 0 0 0; 5 | 0 0 5; --; | 1 0 0",
            "1 | 0 1 0; 7 | 0 7 0; 3 | 0 3 0; --; | 1 0 0");
    // l_2 = g(p), k_1 = f(q + h l_2), k_2 = f(q + 7 h l_2), l_1 = g(p + 2 h k_2).
    assertEquals(
        List.of(List.of(Exact.ZERO, Exact.ONE), List.of(Exact.ZERO, Exact.of(7))), scheme.ofQ());
    assertEquals(
        List.of(List.of(Exact.ZERO, Exact.of(2)), List.of(Exact.ZERO, Exact.ZERO)), scheme.ofP());
    assertEquals(List.of(Exact.ONE, Exact.ZERO), scheme.weightsOfK());
    assertEquals(List.of(Exact.ONE, Exact.ZERO), scheme.weightsOfL());
    assertEquals(
        Optional.of(
            List.of(
                new Stage(false, 1), new Stage(true, 0), new Stage(true, 1), new Stage(false, 0))),
        scheme.sequence());
  }
}
