package io.butcherblock.progress;

import java.time.Duration;

/** Times as people say them. */
public final class TimeText {

  private TimeText() {}

  /** Such as {@code 8 s}, {@code 4 min 19 s} or {@code 1 h 03 min}. */
  public static String of(Duration time) {
    long seconds = (time.toMillis() + 500) / 1000;
    if (seconds < 60) {
      return seconds + " s";
    }
    return seconds < 3600
        ? "%d min %02d s".formatted(seconds / 60, seconds % 60)
        : "%d h %02d min".formatted(seconds / 3600, seconds % 3600 / 60);
  }
}
