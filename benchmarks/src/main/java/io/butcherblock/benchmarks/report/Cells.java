package io.butcherblock.benchmarks.report;

import io.butcherblock.measure.PairedTimes;
import io.butcherblock.measure.Sample;
import java.util.Locale;

/** Numbers as tables show them. */
public final class Cells {

  private Cells() {}

  /** A number with so many digits behind the point. */
  public static String number(int digits, double value) {
    return String.format(Locale.ROOT, "%." + digits + "f", value);
  }

  /** The median with the quartiles in brackets, in whole milliseconds. */
  public static String times(Sample sample) {
    return number(0, sample.median())
        + " ("
        + number(0, sample.lowerQuartile())
        + " - "
        + number(0, sample.upperQuartile())
        + ")";
  }

  /** From the low end to the high one. */
  public static String interval(PairedTimes.Interval interval) {
    return number(2, interval.low()) + " - " + number(2, interval.high());
  }
}
