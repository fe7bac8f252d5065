package io.butcherblock.charts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class TicksTest {

  @Test
  void ticksAreRoundAndEncloseTheValues() {
    assertEquals(List.of("31.20", "31.25", "31.30", "31.35", "31.40"), labels(31.22, 31.38));
    assertEquals(List.of("-1", "0", "1", "2", "3"), labels(3, -0.2, Double.NaN));
    assertEquals(List.of("100", "120", "140", "160", "180"), labels(100, 180));
  }

  @Test
  void equalValuesHaveRoomAroundThem() {
    assertEquals(List.of("30.0000", "30.0002"), labels(30.0001, 30.0001));
    assertEquals(List.of("0.0", "0.2", "0.4", "0.6", "0.8", "1.0"), labels());
  }

  private static List<String> labels(double... values) {
    Ticks ticks = Ticks.over(values);
    return ticks.all().stream().map(ticks::label).toList();
  }
}
