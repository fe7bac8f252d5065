package io.butcherblock.processor.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.multivariate.RationalFunction;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The member of a family whose numbers tell which functions they are the values of. */
class GenericMemberTest {

  private static final RationalFunction K = RationalFunction.variable("k");

  private static Exact value(RationalFunction... weights) {
    int stages = weights.length;
    List<RationalFunction> zeros = Collections.nCopies(stages, RationalFunction.ZERO);
    ParametricRungeKutta family =
        new ParametricRungeKutta(
            "Family",
            1,
            List.of(new FreeParameter("k", Exact.ZERO, Exact.ONE, Exact.of(1, 2))),
            Collections.nCopies(stages, zeros),
            List.of(weights),
            RationalFunction.ONE,
            zeros);
    return GenericMember.of(family, Set.of()).values().get("k");
  }

  /** Functions are chosen that have something special at the value that is tried first. */
  @Test
  void aValueThatTellsTooLittleIsNotTaken() {
    Exact first = value(K);
    assertEquals(first, value(K, RationalFunction.constant(Exact.of(1, 2))));
    RationalFunction off = K.minus(RationalFunction.constant(first));
    RationalFunction half = RationalFunction.constant(Exact.of(1, 2));
    // 0, 1, a number of the scheme, and the value of another function.
    assertNotEquals(first, value(off));
    assertNotEquals(first, value(off.plus(RationalFunction.ONE)));
    assertNotEquals(first, value(half, off.plus(half)));
    assertNotEquals(first, value(K, K.plus(off)));
  }
}
