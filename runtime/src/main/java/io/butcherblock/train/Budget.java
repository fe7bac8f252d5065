package io.butcherblock.train;

import java.time.Duration;

/** How long a run lasts: a number of steps, or a time. */
public sealed interface Budget {

  /** How much of the run is done, 0 to 1, after {@code step} steps that took {@code seconds}. */
  double progress(long step, double seconds);

  /** A number of optimizer steps, at least 1. */
  record Steps(long steps) implements Budget {
    @Override
    public double progress(long step, double seconds) {
      return Math.min(1, (double) step / steps);
    }

    @Override
    public String toString() {
      return steps + " steps";
    }
  }

  /** A time of training; validation and saving do not count. */
  record Time(Duration time) implements Budget {
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
