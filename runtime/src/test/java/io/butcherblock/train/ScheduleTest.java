package io.butcherblock.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

class ScheduleTest {

  private static final double EXACT = 1e-12;

  @Test
  void cosineWarmsUpAndFallsToZero() {
    Schedule schedule = new Schedule.Cosine(10);
    assertEquals(0.1, schedule.factor(0, 0), EXACT);
    assertEquals(1, schedule.factor(9, 0), EXACT);
    assertEquals(0.5, schedule.factor(500, 0.5), EXACT);
    assertEquals(0, schedule.factor(1000, 1), EXACT);
  }

  /** A run of a minute may have fewer steps than its warm-up. */
  @Test
  void warmUpTakesATenthOfAShortRunAtMost() {
    Schedule schedule = new Schedule.Cosine(100);
    assertEquals(0.01, schedule.factor(0, 0), EXACT);
    assertEquals(0.5 * (1 + Math.cos(Math.PI * 0.05)) / 2, schedule.factor(2, 0.05), EXACT);
    assertEquals((1 + Math.cos(Math.PI * 0.1)) / 2, schedule.factor(4, 0.1), EXACT);
    assertEquals(0.5, schedule.factor(20, 0.5), EXACT);
    // In a run of 10,000 steps all is as it was: 50 of 100 steps.
    assertEquals(0.5 * (1 + Math.cos(Math.PI * 0.0049)) / 2, schedule.factor(49, 0.0049), EXACT);
  }

  @Test
  void withoutWarmUpCosineStartsAtTheTop() {
    assertEquals(1, new Schedule.Cosine(0).factor(0, 0), EXACT);
  }

  @Test
  void paperHalvesEvery250Epochs() {
    Schedule schedule = new Schedule.Halving(250_000);
    assertEquals(1, schedule.factor(249_999, 0.3), EXACT);
    assertEquals(0.5, schedule.factor(250_000, 0.3), EXACT);
    assertEquals(0.125, schedule.factor(799_999, 1), EXACT);
  }

  @Test
  void budgetsCountStepsOrSeconds() {
    assertEquals(0.25, new Budget.Steps(400).progress(100, 1e9), EXACT);
    assertEquals(1, new Budget.Steps(400).progress(500, 0), EXACT);
    assertEquals(0.5, new Budget.Time(Duration.ofMinutes(2)).progress(7, 60), EXACT);
  }

  /** As whoever trains until the run is stopped may give it. */
  @Test
  void aTimeMayBeForever() {
    Budget forever = new Budget.Time(ChronoUnit.FOREVER.getDuration());
    assertEquals(0, forever.progress(7, 1e9), 1e-6);
    assertEquals("9223372036854775.807 s", forever.toString());
  }

  @Test
  void aTimeIsToldToTheMillisecond() {
    assertEquals("0.3 s", new Budget.Time(Duration.ofMillis(300)).toString());
    assertEquals("90.06 s", new Budget.Time(Duration.ofMillis(90_060)).toString());
    assertEquals("120 s", new Budget.Time(Duration.ofMinutes(2)).toString());
  }

  @Test
  void oneStepIsNamedInTheSingular() {
    assertEquals("halved every 1 step", new Schedule.Halving(1).toString());
    assertEquals("1 step", new Budget.Steps(1).toString());
    assertEquals("2 steps", new Budget.Steps(2).toString());
  }
}
