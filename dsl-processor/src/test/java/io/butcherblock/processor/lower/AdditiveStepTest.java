package io.butcherblock.processor.lower;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.butcherblock.processor.model.AdditiveRungeKutta;
import io.butcherblock.processor.model.RungeKutta;
import io.butcherblock.processor.model.Tolerance;
import io.butcherblock.processor.verify.Catalogue;
import io.butcherblock.processor.verify.Verifier;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The programs of additive schemes: one evaluation of f or of g after the other. */
class AdditiveStepTest {

  private static LoweredScheme lowered(int order, String f, String g) {
    return Lowering.lower(
        Verifier.verify(
                new AdditiveRungeKutta("Scheme", order, tableau(f), tableau(g), Tolerance.NONE))
            .verified()
            .orElseThrow());
  }

  private static RungeKutta tableau(String text) {
    return Catalogue.tableau("Part", 1, text.split("; ?", -1));
  }

  private static List<String> meanings(LoweredScheme scheme) {
    return scheme.trainable().program().coefficients().stream()
        .map(coefficient -> coefficient.exact() + ": " + coefficient.meaning())
        .toList();
  }

  /** Strang's splitting is the composition of three steps, with a coefficient for each half. */
  @Test
  void splittingIsAComposition() {
    LoweredScheme strang =
        lowered(
            1,
            "0 | 0 0 0; 0 | 0 0 0; 1 | 0 1 0; --; | 0 1 0",
            "0 | 0 0 0; 1/2 | 1/2 0 0; 1/2 | 1/2 0 0; --; | 1/2 0 1/2");
    assertEquals(
        """
        k1 = h g1(y0)
        stage2 = y0 + scale1 k1
        release k1
        k2 = h f2(stage2)
        stage3 = stage2 + k2
        release stage2
        release k2
        k3 = h g3(stage3)
        y1 = stage3 + scale2 k3
        release stage3
        release k3
        return y1
        """,
        strang.trainable().program().toString());
    assertEquals(List.of("1/2: a21 of g", "1/2: b3 of g"), meanings(strang));
    assertEquals(
        List.of(Family.ADDITIVE, 1, 1, 3),
        List.of(strang.family(), strang.order(), strang.blockOrder(), strang.size()));
  }

  /** Both summands at one argument, which is made once, of k1 + k2; 1/2 is no part of 1. */
  @Test
  void anArgumentOfBothIsOneValue() {
    LoweredScheme heun = lowered(2, "0 |; 1 | 1; --; | 1/2 1/2", "0 |; 1 | 1; --; | 1/2 1/2");
    assertEquals(
        List.of("1/2: b2 of g", "1/2: b2 of f", "1/2: b1 of g", "1/2: b1 of f"), meanings(heun));
    assertEquals(
        """
        k1 = h f1(y0)
        k2 = h g2(y0)
        stage3 = y0 + shared1
        k3 = h f3(stage3)
        k4 = h g4(stage3)
        """,
        heun.frozen()
            .program()
            .toString()
            .lines()
            .filter(line -> line.contains("h ") || line.startsWith("stage3"))
            .reduce("", (text, line) -> text + line + "\n"));
  }

  /** The argument of the last stage is the result: it is made once. */
  @Test
  void aStageAtTheResultIsTheResult() {
    LoweredScheme scheme =
        lowered(
            1,
            "0 | 0 0 0; 1 | 1 0 0; 1 | 1 0 0; --; | 1 0 0",
            "0 | 0 0 0; 0 | 0 0 0; 1 | 0 1 0; --; | 0 1 0");
    assertEquals(2, scheme.frozen().program().evaluations());
  }
}
