package io.butcherblock.processor.stability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.processor.model.RungeKutta;
import io.butcherblock.processor.verify.Catalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Stability functions, A-stability and L-stability (Hairer, Wanner II, section IV.3). */
class ImplicitStabilityTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        // Backward Euler, the implicit midpoint rule, Crank-Nicolson.
        "1 @ 1;--; @ 1 ! 1 ! -z + 1 ! L",
        "1/2 @ 1/2;--; @ 1 ! 1/2 z + 1 ! -1/2 z + 1 ! A",
        "0 @ 0 0;1 @ 1/2 1/2;--; @ 1/2 1/2 ! 1/2 z + 1 ! -1/2 z + 1 ! A",
        // Radau IIA and Gauss of two stages: Pade (1, 2) and (2, 2).
        "1/3 @ 5/12 -1/12;1 @ 3/4 1/4;--; @ 3/4 1/4 ! 1/3 z + 1 ! 1/6 z^2 - 2/3 z + 1 ! L",
        "1/2-sqrt(3)/6 @ 1/4 1/4-sqrt(3)/6;1/2+sqrt(3)/6 @ 1/4+sqrt(3)/6 1/4;--; @ 1/2 1/2"
            + " ! 1/12 z^2 + 1/2 z + 1 ! 1/12 z^2 - 1/2 z + 1 ! A",
        // Alexander's SDIRK of two stages: gamma = 1 - sqrt(2)/2, R = (1 + (1 - 2 gamma) z) / ...
        "1-sqrt(2)/2 @ 1-sqrt(2)/2 0;1 @ sqrt(2)/2 1-sqrt(2)/2;--; @ sqrt(2)/2 1-sqrt(2)/2"
            + " ! (-1 + sqrt(2)) z + 1 ! (3/2 - sqrt(2)) z^2 - (2 - sqrt(2)) z + 1 ! L",
        // SDIRK of two stages and order 2, A-stable for gamma of 1/4 at least.
        "1/5 @ 1/5 0;4/5 @ 3/5 1/5;--; @ 1/2 1/2"
            + " ! 7/50 z^2 + 3/5 z + 1 ! 1/25 z^2 - 2/5 z + 1 ! none",
        "1/4 @ 1/4 0;3/4 @ 1/2 1/4;--; @ 1/2 1/2"
            + " ! 1/16 z^2 + 1/2 z + 1 ! 1/16 z^2 - 1/2 z + 1 ! A",
        // Its pole lies at -1, and |R| is at most 2 on the imaginary axis.
        "-1 @ -1;--; @ 1 ! 2 z + 1 ! z + 1 ! none",
        // A stage with a pole at -1 that the result does not depend on.
        "1/2 @ 1/2 0;-1 @ 0 -1;--; @ 1 0 ! 1/2 z + 1 ! -1/2 z + 1 ! A",
        // R = 1 / (1 - z^2): at most 1 on the imaginary axis, and with a pole at -1.
        "1 @ 1 0;-1 @ 0 -1;--; @ 1/2 -1/2 ! 1 ! -z^2 + 1 ! none",
        // Its pole at -2 is not the point that infinity is mapped from.
        "1/2 @ 1/2 0;-1/2 @ 0 -1/2;--; @ 1/4 -1/4 ! 1 ! -1/4 z^2 + 1 ! none",
      })
  void functions(String tableau, String p, String q, String stable) {
    ImplicitStability stability =
        ImplicitStability.of(
                Catalogue.tableau("Method", 1, tableau.replace('@', '|').split(";", -1)))
            .orElseThrow();
    String kind = stability.isLStable() ? "L" : stability.isAStable() ? "A" : "none";
    assertEquals(p + " / " + q + " " + stable, stability.p() + " / " + stability.q() + " " + kind);
  }

  /** Eight stages of six square roots take ten seconds; with one root it is done at once. */
  @Test
  @Timeout(value = 5)
  void whatTakesTooLongIsLeftOut() {
    assertTrue(ImplicitStability.of(fullOf(2, 3, 5, 7, 11, 13)).isEmpty());
    assertTrue(ImplicitStability.of(fullOf(2)).isPresent());
  }

  /** Eight stages with numbers of many digits. */
  private static RungeKutta fullOf(int... roots) {
    Random random = new Random(1);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i <= 8; i++) {
      StringBuilder row = new StringBuilder(i < 8 ? "0 |" : "|");
      for (int j = 0; j < 8; j++) {
        row.append(
            " %s/7+sqrt(%s)*%s/%s"
                .formatted(
                    1 + random.nextInt(9),
                    roots[random.nextInt(roots.length)],
                    1 + random.nextInt(9),
                    1 + random.nextInt(9)));
      }
      lines.add(row.toString());
    }
    lines.add(8, "--");
    return Catalogue.tableau("Full", 1, lines.toArray(String[]::new));
  }
}
