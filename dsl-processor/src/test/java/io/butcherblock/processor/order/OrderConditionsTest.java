package io.butcherblock.processor.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.model.RungeKutta;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is decided modulo primes is decided of the numbers themselves. */
class OrderConditionsTest {

  private static RungeKutta tableau(List<Exact> firstColumn, List<Exact> weights) {
    int stages = weights.size();
    List<List<Exact>> a = new ArrayList<>();
    for (int i = 0; i < stages; i++) {
      List<Exact> row = new ArrayList<>(Collections.nCopies(stages, Exact.ZERO));
      row.set(0, firstColumn.get(i));
      a.add(row);
    }
    return new RungeKutta("Scheme", 1, a, weights, Exact.ONE, firstColumn);
  }

  /** The two largest primes below 2^30 are 2^30 - 35 and 2^30 - 41. */
  @ParameterizedTest
  @ValueSource(longs = {(1 << 30) - 35L, (1 << 30) - 41L, ((1 << 30) - 35L) * ((1 << 30) - 41L)})
  void aMultipleOfPrimesIsNotZero(long multiple) {
    RungeKutta scheme = tableau(List.of(Exact.ZERO), List.of(Exact.ONE.plus(Exact.of(multiple))));
    assertFalse(new OrderConditions(scheme).hold(1));
    assertEquals(1, new OrderConditions(scheme).firstFailing(1).size());
  }

  /**
   * 40 stages with b = 1 and c = -1, and one more by which sum b c = 1/2 and sum b c^2 = 1/3:
   * modulo a prime p, b c times c is (p - 1)^2.
   */
  @Test
  void sumsOfManyLargeResidues() {
    int many = 40;
    List<Exact> c = new ArrayList<>(Collections.nCopies(many + 2, Exact.of(-1)));
    c.set(0, Exact.ZERO);
    c.set(many + 1, Exact.of(2 - 6 * many, 3 + 6 * many));
    List<Exact> b = new ArrayList<>(Collections.nCopies(many + 2, Exact.ONE));
    b.set(many + 1, Exact.of(1 + 2 * many, 2).over(c.get(many + 1)));
    b.set(0, Exact.ZERO);
    b.set(0, Exact.ONE.minus(b.stream().reduce(Exact.ZERO, Exact::plus)));
    OrderConditions conditions = new OrderConditions(tableau(c, b));
    assertTrue(conditions.holdUpTo(2));
    // sum b_i a_ij c_j = 0, since all a but those of the first column are.
    assertEquals(
        List.of("[[t]]"),
        conditions.firstFailing(3).stream().map(failing -> failing.tree().toString()).toList());
  }
}
