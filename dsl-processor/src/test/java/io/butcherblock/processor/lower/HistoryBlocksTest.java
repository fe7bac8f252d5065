package io.butcherblock.processor.lower;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.processor.model.Multistep;
import io.butcherblock.processor.model.StartingProcedure;
import io.butcherblock.processor.verify.Catalogue;
import io.butcherblock.processor.verify.Verifier;
import io.butcherblock.program.Coefficient;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The blocks of networks that carry y[n-1], h f[n-1], ... on. */
class HistoryBlocksTest {

  private static final String AB2 = "y[n+1] = y[n] + 3/2 h f[n] - 1/2 h f[n-1]";
  private static final String AB3 = "y[n+1] = y[n] + 23/12 h f[n] - 4/3 h f[n-1] + 5/12 h f[n-2]";

  private static final StartingProcedure HEUN =
      new StartingProcedure.OneStep(
          Catalogue.tableau("Heun", 2, "0 |", "1 | 1", "--", " | 1/2 1/2"));

  private static LoweredScheme lowered(
      String recurrence, int order, int steps, StartingProcedure start) {
    return Lowering.lower(
        Verifier.verify(
                new Multistep(
                    "Scheme",
                    order,
                    Catalogue.multistep("Scheme", order, recurrence).terms(),
                    steps,
                    start,
                    /* carriesHistory= */ true))
            .verified()
            .orElseThrow());
  }

  private static List<String> frozen(LoweredScheme scheme) {
    return Stream.concat(
            scheme.starts().stream().map(StartBlock::frozen), Stream.of(scheme.frozen()))
        .map(block -> block.program().toString())
        .toList();
  }

  @Test
  void theStartStandsOnceAtTheFront() {
    LoweredScheme scheme = lowered(AB2, 2, 1, HEUN);
    assertEquals(
        List.of(
            """
            k1 = h f1(y0)
            stage2 = y0 + k1
            k2 = h f2(stage2)
            release stage2
            y1 = y0 + 1/2 k2 + 1/2 k1
            release k2
            return y1, k1
            """,
            """
            input y0, kBack1
            k1 = h f1(y0)
            y1 = y0 + 3/2 k1 - 1/2 kBack1
            return y1, k1
            """),
        frozen(scheme));
    assertTrue(scheme.carriesHistory());
    assertEquals(
        "One step, history carried from block to block (the first of a network by Heun)",
        scheme.block());
    assertEquals(
        " in steps after accurate starting values; a network, which carries its history from block"
            + " to block, has order 2",
        scheme.condition());
    StartBlock start = scheme.starts().get(0);
    assertEquals(start.frozen(), start.parametric());
    assertEquals(
        List.of("b2, starting step 1", "b1, starting step 1"),
        start.trainable().program().coefficients().stream().map(Coefficient::meaning).toList());
    assertEquals(
        List.of("f[n]", "f[n-1]"),
        scheme.trainable().program().coefficients().stream().map(Coefficient::meaning).toList());
  }

  /** The oldest value of the leapfrog scheme is an input, and y is passed on as it is. */
  @Test
  void valuesArePassedOn() {
    assertEquals(
        List.of(
            """
            k1 = h f1(y0)
            y1 = y0 + k1
            release k1
            return y1, y0
            """,
            """
            input y0, yBack1
            k1 = h f1(y0)
            y1 = yBack1 + 2 k1
            release k1
            return y1, y0
            """),
        frozen(lowered("y[n+1] = y[n-1] + 2 h f[n]", 2, 1, StartingProcedure.euler())));
  }

  @Test
  void aLongerHistoryTakesMoreBlocks() {
    LoweredScheme scheme = lowered(AB3, 3, 1, HEUN);
    assertEquals(2, scheme.starts().size());
    assertEquals(
        """
        input y0, kBack1
        k1 = h f1(y0)
        stage2 = y0 + k1
        k2 = h f2(stage2)
        release stage2
        y1 = y0 + 1/2 k2 + 1/2 k1
        release k2
        return y1, k1, kBack1
        """,
        frozen(scheme).get(1));
    assertEquals(
        """
        input y0, kBack1, kBack2
        k1 = h f1(y0)
        y1 = y0 + 23/12 k1 - 4/3 kBack1 + 5/12 kBack2
        return y1, k1, kBack1
        """,
        frozen(scheme).get(2));
    assertEquals(
        List.of("b2, starting step 2", "b1, starting step 2"),
        scheme.starts().get(1).trainable().program().coefficients().stream()
            .map(Coefficient::meaning)
            .toList());
  }

  @Test
  void severalStepsInABlock() {
    LoweredScheme scheme = lowered(AB3, 3, 2, HEUN);
    assertEquals(
        List.of(
            """
            k1 = h f1(y0)
            stage2 = y0 + k1
            k2 = h f2(stage2)
            release stage2
            y1 = y0 + 1/2 k2 + 1/2 k1
            release k2
            k3 = h f3(y1)
            stage4 = y1 + k3
            k4 = h f4(stage4)
            release stage4
            y2 = y1 + 1/2 k4 + 1/2 k3
            release y1
            release k4
            return y2, k3, k1
            """,
            """
            input y0, kBack1, kBack2
            k1 = h f1(y0)
            y1 = y0 + 23/12 k1 - 4/3 kBack1 + 5/12 kBack2
            k2 = h f2(y1)
            y2 = y1 + 23/12 k2 - 4/3 k1 + 5/12 kBack1
            release y1
            return y2, k2, k1
            """),
        frozen(scheme));
    assertEquals(
        "2 steps, history carried from block to block (the first 2 of a network by Heun)",
        scheme.block());
    assertEquals(
        List.of(
            "b2, starting step 1",
            "b1, starting step 1",
            "b2, starting step 2",
            "b1, starting step 2"),
        scheme.starts().get(0).trainable().program().coefficients().stream()
            .map(Coefficient::meaning)
            .toList());
    assertEquals(
        List.of(
            "f[n], step 1",
            "f[n-1], step 1",
            "f[n-2], step 1",
            "f[n], step 2",
            "f[n-1], step 2",
            "f[n-2], step 2"),
        scheme.trainable().program().coefficients().stream().map(Coefficient::meaning).toList());
  }

  /** From zeros the recurrence itself takes the first step, and what looks back vanishes. */
  @Test
  void fromAZeroHistory() {
    LoweredScheme scheme =
        lowered(
            "y[n+1] = 1/2 y[n] + 1/2 y[n-1] + 7/4 h f[n] - 1/4 h f[n-1]",
            2,
            1,
            new StartingProcedure.ZeroHistory());
    assertEquals(
        List.of(
            """
            k1 = h f1(y0)
            y1 = 1/2 y0 + 7/4 k1
            return y1, y0, k1
            """,
            """
            input y0, yBack1, kBack1
            k1 = h f1(y0)
            y1 = 1/2 y0 + 1/2 yBack1 + 7/4 k1 - 1/4 kBack1
            return y1, y0, k1
            """),
        frozen(scheme));
    assertEquals(
        "One step, history carried from block to block, from a zero history", scheme.block());
    assertTrue(scheme.condition().endsWith("is not consistent"), scheme.condition());
  }

  @Test
  void aOneStepSchemeHasNoHistory() {
    LoweredScheme euler =
        lowered("y[n+1] = y[n] + h f[n]", 1, 1, new StartingProcedure.ZeroHistory());
    assertFalse(euler.carriesHistory());
    assertEquals("One step", euler.block());
  }
}
