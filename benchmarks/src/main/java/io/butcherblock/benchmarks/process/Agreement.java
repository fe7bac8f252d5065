package io.butcherblock.benchmarks.process;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Whether subjects compute the same. */
public final class Agreement {

  private static final double RANGE = 255;

  private Agreement() {}

  /**
   * {@link #check} of each of {@code others} against {@code ours}.
   *
   * @param times how often each does its work for that
   * @param folder for files
   */
  public static List<Double> checkAll(
      String what, ChildTask ours, List<ChildTask> others, int times, Path folder, double limit)
      throws IOException {
    float[] expected = ours.check(times, folder);
    List<Double> differences = new ArrayList<>();
    for (ChildTask other : others) {
      float[] values = other.check(times, folder);
      differences.add(check(what, other.name(), values, ours.name(), expected, limit));
    }
    return differences;
  }

  /**
   * The largest absolute difference on a scale of 0..255: where {@code expected} goes beyond that,
   * as with weights that were never trained, it is divided by as much as the largest value does.
   *
   * @throws IllegalStateException if it is larger than {@code limit}, or the sizes differ: what
   *     computes something else is not measured
   */
  public static double check(
      String what, String name, float[] values, String reference, float[] expected, double limit) {
    if (values.length != expected.length) {
      throw new IllegalStateException(
          "%s computes %d numbers of %s, %s %d; nothing was measured."
              .formatted(name, values.length, what, reference, expected.length));
    }
    double largest = 0;
    double range = RANGE;
    for (int i = 0; i < values.length; i++) {
      double difference = Math.abs((double) values[i] - expected[i]);
      // Not Math.max alone: NaN is a difference too.
      largest = Double.isNaN(difference) ? Double.POSITIVE_INFINITY : Math.max(largest, difference);
      range = Math.max(range, Math.abs(expected[i]));
    }
    largest *= RANGE / range;
    if (!(largest <= limit)) {
      throw new IllegalStateException(
          "%s and %s differ by %s in %s, more than %s; nothing was measured."
              .formatted(name, reference, largest, what, limit));
    }
    return largest;
  }
}
