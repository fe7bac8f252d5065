package io.butcherblock.recover;

import java.util.Collection;

/** The least, the median and the greatest of some numbers. */
public record Spread(double least, double median, double greatest) {

  /**
   * Sorts numbers; what is not a number counts as the greatest.
   *
   * @param numbers at least one
   */
  public static Spread of(Collection<Double> numbers) {
    double[] sorted = numbers.stream().mapToDouble(number -> number).sorted().toArray();
    int middle = sorted.length / 2;
    double median =
        sorted.length % 2 == 1 || sorted[middle - 1] == sorted[middle]
            ? sorted[middle]
            : (sorted[middle - 1] + sorted[middle]) / 2;
    return new Spread(sorted[0], median, sorted[sorted.length - 1]);
  }
}
