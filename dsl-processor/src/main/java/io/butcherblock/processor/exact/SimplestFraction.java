package io.butcherblock.processor.exact;

/** The fraction of the smallest denominator between two numbers. */
public final class SimplestFraction {

  private static final int BITS = 64;

  private SimplestFraction() {}

  /**
   * The simplest fraction strictly between two numbers, by continued fractions.
   *
   * @param high above {@code low}
   */
  public static Exact between(Exact low, Exact high) {
    if (low.signum() < 0 && high.signum() > 0) {
      return Exact.ZERO;
    }
    if (high.signum() <= 0) {
      return between(high.negate(), low.negate()).negate();
    }
    Exact floor = floor(low);
    Exact next = floor.plus(Exact.ONE);
    if (next.compareTo(high) < 0) {
      return next;
    }
    Exact least = Exact.ONE.over(high.minus(floor));
    if (low.equals(floor)) {
      return floor.plus(Exact.ONE.over(floor(least).plus(Exact.ONE)));
    }
    return floor.plus(Exact.ONE.over(between(least, Exact.ONE.over(low.minus(floor)))));
  }

  private static Exact floor(Exact number) {
    if (number.isRational()) {
      return Exact.ONE.times(number.numerator().divide(number.denominator()));
    }
    Exact floor = Exact.ONE.times(Interval.of(number, BITS).low().shiftRight(BITS));
    // The interval may begin below a whole number that the number itself is above.
    Exact next = floor.plus(Exact.ONE);
    return next.compareTo(number) < 0 ? next : floor;
  }
}
