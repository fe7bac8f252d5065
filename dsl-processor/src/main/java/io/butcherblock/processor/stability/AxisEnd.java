package io.butcherblock.processor.stability;

import io.butcherblock.processor.exact.Exact;
import java.util.List;
import java.util.function.Predicate;
import org.apache.commons.numbers.fraction.BigFraction;

/** How far a scheme is stable along an axis on which that can change at some points only. */
final class AxisEnd {

  /** Points nearer than this are one. */
  private static final double SAME = 1e-9;

  private AxisEnd() {}

  /**
   * The largest r such that it is stable on [0, r), but for single points at most.
   *
   * @param crossings where it can change, in rising order; behind 0, positive ones count alone
   * @param isStable decides it at a point
   */
  static double of(List<Double> crossings, Predicate<Exact> isStable) {
    double last = 0;
    for (double crossing : crossings) {
      if (crossing - last > SAME * crossing) {
        if (!isStable.test(exact(between(last, crossing)))) {
          return last;
        }
        last = crossing;
      }
    }
    // To a large number, 1 adds nothing.
    double behind = Math.max(Math.ceil(last + 1), Math.nextUp(last));
    return isStable.test(exact(behind)) ? Double.POSITIVE_INFINITY : last;
  }

  private static Exact exact(double at) {
    return Exact.of(BigFraction.from(at));
  }

  /** A number near the middle that has few binary digits, which keeps exact arithmetic short. */
  private static double between(double low, double high) {
    double unit = Math.scalb(1.0, Math.getExponent(high - low) - 2);
    return Math.rint((low + high) / 2 / unit) * unit;
  }
}
