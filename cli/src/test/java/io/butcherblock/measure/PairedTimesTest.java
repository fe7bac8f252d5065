package io.butcherblock.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.measure.PairedTimes.Interval;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PairedTimesTest {

  @Test
  void ratioIsThatOfTheMedians() {
    assertEquals(3, new PairedTimes(List.of(6.0, 90.0, 5.0), List.of(1.0, 2.0, 7.0)).ratio());
  }

  @Test
  void withoutNoiseTheIntervalIsThePoint() {
    PairedTimes times = new PairedTimes(Collections.nCopies(9, 6.0), Collections.nCopies(9, 4.0));
    assertEquals(new Interval(1.5, 1.5), times.ratioInterval());
  }

  @Test
  void theIntervalOfTwoPairsIsFromTheSmallerRatioToTheLarger() {
    // Each pair alone is drawn twice with a probability of 1/4, more than the 2.5 % outside.
    PairedTimes times = new PairedTimes(List.of(2.0, 9.0), List.of(1.0, 3.0));
    assertEquals(new Interval(2, 3), times.ratioInterval());
  }

  @Test
  void aSubjectIsDrawnWithItsOwnPeer() {
    // The machine was at times ten times slower, for both alike.
    List<Double> peer = List.of(1.0, 10.0, 1.0, 10.0, 1.0, 10.0);
    PairedTimes times = new PairedTimes(peer.stream().map(ms -> 2 * ms).toList(), peer);
    assertEquals(new Interval(2, 2), times.ratioInterval());
  }

  @Test
  void nineteenIntervalsOfTwentyHoldTheTrueRatio() {
    SplittableRandom random = new SplittableRandom(1);
    long holding =
        Stream.generate(() -> new PairedTimes(noisy(random, 3), noisy(random, 2)).ratioInterval())
            .limit(100)
            .filter(interval -> interval.low() <= 1.5 && 1.5 <= interval.high())
            .count();
    assertTrue(holding >= 88 && holding < 100, () -> holding + " of 100");
  }

  private static List<Double> noisy(SplittableRandom random, double time) {
    return Stream.generate(() -> time * (0.8 + 0.4 * random.nextDouble())).limit(16).toList();
  }

  @Test
  void pairsNeedTwo() {
    assertThrows(
        IllegalArgumentException.class, () -> new PairedTimes(List.of(1.0, 2.0), List.of(1.0)));
  }
}
