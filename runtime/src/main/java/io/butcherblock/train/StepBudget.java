package io.butcherblock.train;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/** How many steps each network is trained. */
@FunctionalInterface
public interface StepBudget {

  /**
   * The number of steps, at least 1.
   *
   * @param secondsOfStep measures how long a step takes here
   * @param networks that are trained one after the other
   */
  long steps(DoubleSupplier secondsOfStep, int networks);

  /** As many as are said. */
  static StepBudget of(long steps) {
    return (seconds, networks) -> steps;
  }

  /** As many as the time allows, on this machine, for all networks together. */
  static StepBudget within(Duration time) {
    return (seconds, networks) ->
        Math.max(1, (long) (time.toMillis() / 1000.0 / networks / seconds.getAsDouble()));
  }
}
