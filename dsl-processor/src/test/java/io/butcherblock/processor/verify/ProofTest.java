package io.butcherblock.processor.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.processor.model.Multistep;
import io.butcherblock.processor.model.RungeKutta;
import io.butcherblock.processor.model.Scheme;
import io.butcherblock.processor.model.StartingProcedure;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What is said to be proved, word for word. */
class ProofTest {

  private static final RungeKutta EULER = Catalogue.tableau("Euler", 1, "0 |", "--", " | 1");

  private static String proof(Scheme scheme) {
    VerifiedScheme verified = Verifier.verify(scheme).verified().orElseThrow();
    assertEquals(scheme, verified.scheme());
    return verified.proof().stream().collect(Collectors.joining("\n", "", "\n"));
  }

  @Test
  void euler() {
    assertEquals(
        """
        order 1: sum b_i = 1
        order 2: 1 of 1 condition fails; principal error A_2 = 0.500
        """,
        proof(EULER));
  }

  /** By hand: two residuals of 1/24, of trees without symmetry. */
  @Test
  void kutta3() {
    assertEquals(
        """
        row sums: sum_j a_ij = c_i in all 3 stages
        order 1: sum b_i = 1
        order 2: sum b_i c_i = 1/2
        order 3: sum b_i a_ij c_j = 1/6, sum b_i c_i^2 = 1/3
        order 4: 2 of 4 conditions fail; principal error A_4 = 0.0589
        """,
        proof(tableau("Kutta3")));
  }

  /** By hand: residuals 1/6, and 1/12 of a tree with symmetry 2: sqrt(1/36 + 1/576). */
  @Test
  void symmetryOfTreesCounts() {
    assertEquals(
        """
        row sums: sum_j a_ij = c_i in all 2 stages
        order 1: sum b_i = 1
        order 2: sum b_i c_i = 1/2
        order 3: 2 of 2 conditions fail; principal error A_3 = 0.172
        """,
        proof(tableau("Midpoint")));
  }

  @Test
  void conditionsOfHighOrdersAreCounted() {
    List<String> lines = proof(tableau("DormandPrince5")).lines().toList();
    assertEquals("order 4: all 4 conditions hold", lines.get(4));
    assertEquals("order 5: all 9 conditions hold", lines.get(5));
    // Prince, Dormand, J. Comput. Appl. Math. 7, 1981: 3.99e-4.
    assertEquals("principal error A_6 = 0.000399", lines.get(6).split("; ", -1)[1]);
  }

  /** (w + 1)(w - 1) and (w + 1): the root -1 is there for every z. With 1/2 it is inside. */
  @Test
  void aRootThatNoStepSizeMovesIsSaid() {
    String reason = "no intervals of stability: rho(w) and sigma(w) have a common root on the unit";
    String reducible =
        proof(Catalogue.multistep("Twice", 1, "y[n+1] = y[n-1] + h f[n] + h f[n-1]"));
    assertTrue(reducible.contains(reason), reducible);
    String inside =
        proof(
            Catalogue.multistep(
                "Inside", 1, "y[n+1] = 1/2 y[n] + 1/2 y[n-1] + h f[n] + 1/2 h f[n-1]"));
    assertFalse(inside.contains(reason), inside);
  }

  @Test
  void recurrence() {
    Multistep scheme = Catalogue.recurrences().get(2);
    assertEquals(
        """
        order 3: C_0 = C_1 = C_2 = C_3 = 0
        error constant: C_4 / sigma(1) = 3/8
        zero-stable: rho(w) = w^3 - w^2 satisfies the root condition
        start: the first 2 steps by Kutta4, order 4
        a chain of blocks of 6 steps, each of which starts anew: order 3
        """,
        proof(scheme));
  }

  @Test
  void startsOfRecurrences() {
    String recurrence = "y[n+1] = y[n-1] + 2 h f[n]";
    assertEquals(
        "start: the first step by Kutta4, order 4\n"
            + "a chain of blocks of 6 steps, each of which starts anew: order 2",
        lastLines(2, recurrence, null));
    assertEquals(
        "start: zero history, y[m] = f[m] = 0 for m < 0\n"
            + "a chain of blocks of 4 steps, each of which starts anew: not consistent, no order",
        lastLines(2, recurrence, new StartingProcedure.ZeroHistory()));
    assertEquals(
        "zero-stable: rho(w) = w - 1 satisfies the root condition",
        lastLines(1, "y[n+1] = y[n] + h f[n]", null));
  }

  private static String lastLines(int count, String recurrence, StartingProcedure start) {
    Multistep scheme =
        Catalogue.multistep("Scheme", recurrence.contains("2 h") ? 2 : 1, recurrence);
    List<String> lines =
        proof(
                start == null
                    ? scheme
                    : new Multistep("Scheme", scheme.order(), scheme.terms(), 4, start))
            .lines()
            .toList();
    return String.join("\n", lines.subList(lines.size() - count, lines.size()));
  }

  private static RungeKutta tableau(String name) {
    return Catalogue.tableaus().stream()
        .filter(scheme -> scheme.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
