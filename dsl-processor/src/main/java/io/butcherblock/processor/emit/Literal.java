package io.butcherblock.processor.emit;

import io.butcherblock.processor.model.Exact;
import java.math.BigInteger;

/** Exact numbers as Java expressions of type double. */
final class Literal {

  /** Integers up to this are doubles, so that a quotient of two is rounded once. */
  private static final BigInteger EXACT = BigInteger.TWO.pow(53);

  private Literal() {}

  /** {@code 1.0 / 6} for a fraction of moderate size, else the nearest double. */
  static String of(Exact number) {
    BigInteger numerator = number.numerator();
    BigInteger denominator = number.denominator();
    if (!number.isRational()
        || numerator.abs().compareTo(EXACT) > 0
        || denominator.compareTo(EXACT) > 0) {
      return Double.toString(number.doubleValue());
    }
    return denominator.equals(BigInteger.ONE)
        ? numerator + ".0"
        : numerator + ".0 / " + denominator + (fitsInt(denominator) ? "" : ".0");
  }

  static String of(double number) {
    if (Double.isNaN(number)) {
      return "Double.NaN";
    }
    return Double.isInfinite(number) ? "Double.POSITIVE_INFINITY" : Double.toString(number);
  }

  private static boolean fitsInt(BigInteger number) {
    return number.bitLength() < 32;
  }
}
