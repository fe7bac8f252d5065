package io.butcherblock.throughput;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RoundsTest {

  private final List<String> calls = new ArrayList<>();

  @Test
  void subjectsTakeTurnsAndTheNextRoundIsTheOtherWayRound() {
    List<SubjectTimes> times =
        new Rounds(2, 1).run(List.of(fake("a", 0.25, 99), fake("b", 2, 99)), 16);
    assertEquals(List.of("b1", "b1", "a1", "a1", "a4", "b1", "b1", "a4"), calls);
    assertEquals(List.of(64.0, 64.0), times.get(0).imagesPerSecond());
    assertEquals(8.0, times.get(1).median());
  }

  @Test
  void oneThatFailsIsLeftOutWithItsReason() {
    List<SubjectTimes> times = new Rounds(3, 1).run(List.of(fake("a", 1, 99), fake("b", 1, 3)), 16);
    assertEquals(new SubjectTimes("b", List.of(), Optional.of("b cannot go on")), times.get(1));
    assertTrue(Double.isNaN(times.get(1).median()));
    assertEquals(3, times.get(0).imagesPerSecond().size());
    assertEquals(3, calls.stream().filter("b1"::equals).count());
  }

  @Test
  void theMedianOfAnEvenNumberIsBetweenTheMiddleTwo() {
    assertEquals(
        2.5, new SubjectTimes("a", List.of(4.0, 1.0, 3.0, 2.0), Optional.empty()).median());
  }

  /** Takes {@code seconds} each time, and fails after the first {@code before} calls. */
  private Subject fake(String name, double seconds, int before) {
    return new Subject() {
      private int called;

      @Override
      public String name() {
        return name;
      }

      @Override
      public double seconds(int times) {
        if (called == before) {
          throw new IllegalStateException(name + " cannot go on\nat its source");
        }
        called++;
        calls.add(name + times);
        return seconds * times;
      }

      @Override
      public void close() {}
    };
  }
}
