package io.butcherblock.recover;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpreadTest {

  @Test
  void theMedianIsInTheMiddle() {
    assertEquals(new Spread(1, 3, 9), Spread.of(List.of(9.0, 1.0, 3.0)));
    assertEquals(new Spread(1, 2.5, 9), Spread.of(List.of(9.0, 1.0, 3.0, 2.0)));
    assertEquals(new Spread(4, 4, 4), Spread.of(List.of(4.0)));
  }

  @Test
  void whatIsNotANumberIsTheGreatest() {
    assertEquals(new Spread(1, 2, Double.NaN), Spread.of(List.of(Double.NaN, 2.0, 1.0)));
    double infinite = Double.POSITIVE_INFINITY;
    assertEquals(
        new Spread(1, infinite, infinite),
        Spread.of(List.of(infinite, 1.0, infinite, 2.0, infinite)));
    // Half of two infinite values is one, and no difference.
    assertEquals(infinite, Spread.of(List.of(1.0, infinite, infinite, infinite)).median());
  }
}
