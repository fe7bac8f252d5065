package io.butcherblock.charts;

import java.util.Locale;
import java.util.stream.DoubleStream;

/**
 * What lies between two numbers along an axis.
 *
 * @param size 1, 2 or 5 times a power of ten
 */
public record RoundStep(double size) {

  /** Rounding that makes a step no smaller than another one. */
  private static final double SAME = 1e-9;

  /** The smallest round step that is not below {@code least}. */
  public static RoundStep atLeast(double least) {
    double power = Math.pow(10, Math.floor(Math.log10(least)));
    return DoubleStream.of(1, 2, 5, 10)
        .map(factor -> factor * power)
        .filter(step -> step >= least * (1 - SAME))
        .mapToObj(RoundStep::new)
        .findFirst()
        .orElseThrow();
  }

  /** A number at the axis, with as many decimals as tell it from its neighbours. */
  public String label(double number) {
    int decimals = (int) Math.max(0, Math.ceil(-Math.log10(size) - SAME));
    return String.format(Locale.ROOT, "%." + decimals + "f", number);
  }
}
