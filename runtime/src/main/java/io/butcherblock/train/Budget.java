package io.butcherblock.train;

import io.butcherblock.error.ButcherblockException;
import io.butcherblock.names.Counted;
import java.time.Duration;

/** How long a training run lasts: a number of steps, or a time. */
public sealed interface Budget {

  /**
   * How much of the budget is used, 0 to 1.
   *
   * @param step the number of steps done
   * @param seconds of training so far; validation and saving do not count
   */
  double progress(long step, double seconds);

  /**
   * A number of optimizer steps.
   *
   * @param steps at least 1
   */
  record Steps(long steps) implements Budget {

    public Steps {
      if (steps < 1) {
        throw new ButcherblockException("A run has at least 1 step, not " + steps + ".");
      }
    }

    @Override
    public double progress(long step, double seconds) {
      return Math.min(1, (double) step / steps);
    }

    @Override
    public String toString() {
      return Counted.of(steps, "step");
    }
  }

  /**
   * A time of training; validation and saving do not count.
   *
   * @param time at least a millisecond
   */
  record Time(Duration time) implements Budget {

    public Time {
      if (time.toMillis() < 1) {
        throw new ButcherblockException(
            "A run lasts at least a millisecond, not " + time.toMillis() + " ms.");
      }
    }

    @Override
    public double progress(long step, double seconds) {
      return Math.min(1, seconds * 1000 / time.toMillis());
    }

    @Override
    public String toString() {
      return time.toSeconds() + " s";
    }
  }
}
