package io.butcherblock.processor.fixit;

import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.exact.ShortText;
import java.math.BigInteger;
import java.util.Optional;

/** Decimals, and the simple fractions that they are rounded from. */
final class DecimalFraction {

  /** 0.5, 0.25 and 0.125 are meant as they stand. */
  static final int FEWEST_PLACES = 4;

  private static final int MOST_PLACES = 18;
  private static final int LARGEST_DENOMINATOR = 2000;

  private DecimalFraction() {}

  /** The decimal places of a number; 0 if it is a whole number or no decimal of moderate length. */
  static int places(Exact number) {
    if (!number.isRational()) {
      return 0;
    }
    for (int places = 1; places <= MOST_PLACES; places++) {
      if (BigInteger.TEN.pow(places).mod(number.denominator()).signum() == 0) {
        return number.denominator().equals(BigInteger.ONE) ? 0 : places;
      }
    }
    return 0;
  }

  /**
   * The fraction of the smallest denominator that is this decimal when it is rounded or cut to its
   * places. Its denominator is far below what the places could tell apart: 0.33 may be 1/3, and a
   * tenth is none of anything.
   */
  static Optional<Exact> simplest(Exact decimal) {
    double unit = Math.pow(10, -places(decimal));
    double value = decimal.doubleValue();
    double most = Math.min(LARGEST_DENOMINATOR, Math.sqrt(1 / (4 * unit)));
    for (int denominator = 2; denominator <= most; denominator++) {
      long numerator = Math.round(value * denominator);
      Exact fraction = Exact.of(numerator, denominator);
      double off = Math.abs(fraction.minus(decimal).doubleValue());
      if (off > 0 && off < unit) {
        return Optional.of(fraction);
      }
    }
    return Optional.empty();
  }

  /** The decimal as it was typed, zeros at its end left out. */
  static String text(Exact decimal) {
    return ShortText.decimal(decimal).orElseGet(decimal::toString);
  }
}
