package io.butcherblock.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class QuantilesTest {

  @Test
  void medianOfAnOddNumberIsTheMiddleOne() {
    assertEquals(3, Quantiles.of(List.of(9.0, 1.0, 3.0)).median());
  }

  @Test
  void medianOfAnEvenNumberIsBetweenTheMiddleTwo() {
    assertEquals(2.5, Quantiles.of(List.of(9.0, 1.0, 3.0, 2.0)).median());
  }

  @Test
  void quartilesLieOnTheLineBetweenNeighbours() {
    Quantiles quantiles = Quantiles.of(List.of(4.0, 8.0, 2.0, 1.0));
    assertEquals(1.75, quantiles.at(0.25));
    assertEquals(5, quantiles.at(0.75));
  }

  @Test
  void extremesAreTheEnds() {
    Quantiles quantiles = Quantiles.of(List.of(4.0, 8.0, 2.0));
    assertEquals(2, quantiles.at(0));
    assertEquals(8, quantiles.at(1));
  }

  @Test
  void anEmptySampleHasNone() {
    assertThrows(IllegalArgumentException.class, () -> Quantiles.of(List.of()));
  }
}
