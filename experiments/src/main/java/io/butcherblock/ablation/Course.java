package io.butcherblock.ablation;

import java.util.Locale;

/** How long the learning rate of a run rises, and how often the run is logged and validated. */
enum Course {
  /** A hundred lines of log and ten validations, however many steps there are. */
  ABLATE(100) {
    @Override
    int logEvery(long steps) {
      return (int) Math.min(Integer.MAX_VALUE, Math.max(1, steps / LINES_OF_LOG));
    }

    @Override
    long validateEvery(long steps) {
      return (steps + VALIDATIONS - 1) / VALIDATIONS;
    }
  },

  /** For short runs that a person waits for. */
  QUICKSTART(50) {
    @Override
    int logEvery(long steps) {
      return 20;
    }

    @Override
    long validateEvery(long steps) {
      return 0;
    }
  };

  /** Validations of a run of an ablation, for its curve. */
  static final int VALIDATIONS = 10;

  private static final int LINES_OF_LOG = 100;

  private final int longestRise;

  Course(int longestRise) {
    this.longestRise = longestRise;
  }

  /** A tenth of the steps, or fewer. */
  int rise(long steps) {
    return (int) Math.min(longestRise, steps / 10);
  }

  /** Steps between two lines of the log. */
  abstract int logEvery(long steps);

  /** Steps between two validations; 0 for twenty in a run. */
  abstract long validateEvery(long steps);

  /** What the record of a run calls it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
