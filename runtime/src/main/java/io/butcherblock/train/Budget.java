package io.butcherblock.train;

import io.butcherblock.error.ButcherblockException;
import io.butcherblock.names.Counted;
import java.math.BigDecimal;
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
   * @param time at least a millisecond, or a {@link ButcherblockException} is thrown; of a longer
   *     one than 2^63 - 1 milliseconds, so many
   */
  record Time(Duration time) implements Budget {

    private static final Duration SHORTEST = Duration.ofMillis(1);
    private static final Duration LONGEST = Duration.ofMillis(Long.MAX_VALUE);

    public Time {
      if (time.compareTo(LONGEST) > 0) {
        time = LONGEST;
      }
      if (time.compareTo(SHORTEST) < 0) {
        throw new ButcherblockException("A run lasts at least a millisecond, not " + time + ".");
      }
    }

    @Override
    public double progress(long step, double seconds) {
      return Math.min(1, seconds * 1000 / time.toMillis());
    }

    @Override
    public String toString() {
      return BigDecimal.valueOf(time.toMillis(), 3).stripTrailingZeros().toPlainString() + " s";
    }
  }
}
