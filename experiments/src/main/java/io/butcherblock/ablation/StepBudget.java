package io.butcherblock.ablation;

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

  /** A budget of {@code steps} steps for each network, at least 1. */
  static StepBudget of(long steps) {
    return (seconds, networks) -> steps;
  }

  /**
   * A budget of as many steps as {@code time} allows for all networks together, on this machine.
   */
  static StepBudget within(Duration time) {
    return (seconds, networks) ->
        Math.max(1, (long) (time.toMillis() / 1000.0 / networks / seconds.getAsDouble()));
  }
}
