package io.butcherblock.processor.lower;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.butcherblock.processor.model.PartitionedRungeKutta;
import io.butcherblock.processor.model.RungeKutta;
import io.butcherblock.processor.verify.Catalogue;
import io.butcherblock.processor.verify.Verifier;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The programs of partitioned schemes: one half after the other. */
class PartitionedStepTest {

  private static LoweredScheme lowered(int order, String p, String q) {
    return Lowering.lower(
        Verifier.verify(new PartitionedRungeKutta("Scheme", order, tableau(p), tableau(q)))
            .verified()
            .orElseThrow());
  }

  private static RungeKutta tableau(String text) {
    return Catalogue.tableau("Half", 1, text.split("; ?", -1));
  }

  private static List<String> meanings(LoweredScheme scheme) {
    return scheme.trainable().program().coefficients().stream()
        .map(coefficient -> coefficient.exact() + ": " + coefficient.meaning())
        .toList();
  }

  /** g is evaluated once, at p1/2, and p1 is written from there. */
  @Test
  void stoermerVerlet() {
    LoweredScheme verlet =
        lowered(
            2, "1/2 | 1/2 0; 1/2 | 1/2 0; --; | 1/2 1/2", "0 | 0 0; 1 | 1/2 1/2; --; | 1/2 1/2");
    assertEquals(
        """
        input p0, q0
        k1 = h f1(q0)
        pStage1 = p0 + 1/2 k1
        release k1
        k2 = h f2(pStage1)
        q1 = q0 + k2
        release k2
        k3 = h f3(q1)
        p1 = pStage1 + 1/2 k3
        release pStage1
        release k3
        return p1, q1
        """,
        verlet.frozen().program().toString());
    assertEquals(List.of("1/2: a11 of p", "1/2: b2 of p"), meanings(verlet));
    assertEquals(
        List.of("Scheme", Family.PARTITIONED, 2, 2, 2, "", "One step"),
        List.of(
            verlet.name(),
            verlet.family(),
            verlet.order(),
            verlet.blockOrder(),
            verlet.size(),
            verlet.condition(),
            verlet.block()));
  }

  @Test
  void ruth() {
    LoweredScheme ruth =
        lowered(
            3,
            "7/24 | 7/24 0 0; 25/24 | 7/24 3/4 0; 1 | 7/24 3/4 -1/24; --; | 7/24 3/4 -1/24",
            "0 | 0 0 0; 2/3 | 2/3 0 0; 0 | 2/3 -2/3 0; --; | 2/3 -2/3 1");
    assertEquals(
        """
        input p0, q0
        k1 = h f1(q0)
        pStage1 = p0 + 7/24 k1
        release k1
        k2 = h f2(pStage1)
        qStage2 = q0 + 2/3 k2
        release k2
        k3 = h f3(qStage2)
        pStage2 = pStage1 + 3/4 k3
        release pStage1
        release k3
        k4 = h f4(pStage2)
        qStage3 = qStage2 - 2/3 k4
        release qStage2
        release k4
        k5 = h f5(qStage3)
        p1 = pStage2 - 1/24 k5
        release pStage2
        release k5
        k6 = h f6(p1)
        q1 = qStage3 + k6
        release qStage3
        release k6
        return p1, q1
        """,
        ruth.frozen().program().toString());
    assertEquals(
        List.of(
            "7/24: a11 of p",
            "2/3: a21 of q",
            "3/4: a22 of p",
            "-2/3: a32 of q",
            "-1/24: a33 of p"),
        meanings(ruth));
  }

  /**
   * Ralston's scheme in both halves, p1 = p0 + 1/4 k2 + 3/4 k4: from pStage2 = p0 + 2/3 k2 it takes
   * as many terms as from p0, and the later value is taken.
   */
  @Test
  void theLatestOfTheNearestValuesIsContinued() {
    String ralston = "0 | 0 0; 2/3 | 2/3 0; --; | 1/4 3/4";
    LoweredScheme scheme = lowered(2, ralston, ralston);
    assertEquals(
        """
        input p0, q0
        k1 = h f1(p0)
        k2 = h f2(q0)
        pStage2 = p0 + 2/3 k2
        p1 = pStage2 - 5/12 k2
        release k2
        k3 = h f3(pStage2)
        release pStage2
        qStage2 = q0 + 2/3 k1
        k4 = h f4(qStage2)
        p1 += 3/4 k4
        release k4
        q1 = qStage2 + 3/4 k3 - 5/12 k1
        release qStage2
        release k3
        release k1
        return p1, q1
        """,
        scheme.frozen().program().toString());
    assertEquals(
        List.of(
            "2/3: a21 of p",
            "2/3: a21 of q",
            "3/4: b2 of p",
            "-5/12: b1 of p less that of the value before",
            "3/4: b2 of q",
            "-5/12: b1 of q less that of the value before"),
        meanings(scheme));
  }

  /** p1 = p0 + 1/2 k1 + 1/2 k3 has a term in common with the first stage, none with the second. */
  @Test
  void theNearestValueIsContinued() {
    LoweredScheme scheme =
        lowered(
            1, "1/2 | 1/2 0; 1/3 | 0 1/3; --; | 1/2 1/2", "0 | 0 0; 1/2 | 1/2 0; --; | 1/2 1/2");
    assertEquals(
        """
        input p0, q0
        k1 = h f1(q0)
        pStage1 = p0 + 1/2 k1
        release k1
        k2 = h f2(pStage1)
        qStage2 = q0 + 1/2 k2
        release k2
        k3 = h f3(qStage2)
        pStage2 = p0 + 1/3 k3
        k4 = h f4(pStage2)
        release pStage2
        p1 = pStage1 + 1/2 k3
        release pStage1
        release k3
        q1 = qStage2 + 1/2 k4
        release qStage2
        release k4
        return p1, q1
        """,
        scheme.frozen().program().toString());
  }
}
