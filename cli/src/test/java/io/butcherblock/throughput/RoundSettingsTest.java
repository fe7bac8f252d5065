package io.butcherblock.throughput;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class RoundSettingsTest {

  private final List<String> calls = new ArrayList<>();

  @Test
  void subjectsAreInterleavedAndTheNextRoundIsInReverse() {
    List<SubjectRates> rates =
        new RoundSettings(2, 1).rates(fakes(fake("a", 0.25, 99), fake("b", 2, 99)), 16);
    assertEquals(List.of("b1", "b1", "a1", "a1", "a4", "b1", "b1", "a4"), calls);
    assertEquals(List.of(64.0, 64.0), rates.get(0).imagesPerSecond());
    assertEquals(8.0, rates.get(1).median());
    // Of the last round, the fourth run; those of the warm-up do not count.
    assertEquals(OptionalLong.of(4), rates.get(0).peakBytes());
  }

  @Test
  void oneThatFailsIsLeftOutWithItsReason() {
    List<SubjectRates> rates =
        new RoundSettings(3, 1).rates(fakes(fake("a", 1, 99), fake("b", 1, 3)), 16);
    assertEquals(
        new SubjectRates("b", List.of(), OptionalLong.empty(), Optional.of("b cannot go on")),
        rates.get(1));
    assertTrue(Double.isNaN(rates.get(1).median()));
    assertEquals(3, rates.get(0).imagesPerSecond().size());
    assertEquals(3, calls.stream().filter("b1"::equals).count());
  }

  @Test
  void theMedianOfAnEvenNumberIsBetweenTheMiddleTwo() {
    assertEquals(
        2.5,
        new SubjectRates("a", List.of(4.0, 1.0, 3.0, 2.0), OptionalLong.empty(), Optional.empty())
            .median());
  }

  /** Takes {@code seconds} each time, and fails after the first {@code before} calls. */
  private static Map<String, RepeatedWork> fakes(RepeatedWork a, RepeatedWork b) {
    Map<String, RepeatedWork> fakes = new LinkedHashMap<>();
    fakes.put("a", a);
    fakes.put("b", b);
    return fakes;
  }

  private RepeatedWork fake(String name, double seconds, int before) {
    return new RepeatedWork() {
      private int called;

      @Override
      public TimedRun run(int times) {
        if (called == before) {
          throw new IllegalStateException(name + " cannot go on\nat its source");
        }
        called++;
        calls.add(name + times);
        return new TimedRun(seconds * times, OptionalLong.of(called));
      }

      @Override
      public void close() {}
    };
  }
}
