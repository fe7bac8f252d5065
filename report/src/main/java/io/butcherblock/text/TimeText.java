package io.butcherblock.text;

import java.time.Duration;
import java.util.Locale;

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
        ? String.format(Locale.ROOT, "%d min %02d s", seconds / 60, seconds % 60)
        : String.format(Locale.ROOT, "%d h %02d min", seconds / 3600, seconds % 3600 / 60);
  }
}
