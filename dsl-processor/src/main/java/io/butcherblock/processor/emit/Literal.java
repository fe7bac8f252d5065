package io.butcherblock.processor.emit;

import io.butcherblock.processor.model.Exact;
import io.butcherblock.program.Coefficient;
import io.butcherblock.program.Factor;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers as Java expressions of type double. */
final class Literal {

  /** Numerator and denominator are doubles, so that their quotient is rounded once. */
  private static final Pattern FRACTION = Pattern.compile("(-?\\d{1,15})(?:/(\\d{1,15}))?");

  private static final int DIGITS_OF_AN_INT = 9;

  private Literal() {}

  static String of(Exact number) {
    return of(number.toString(), number.doubleValue());
  }

  static String of(Factor.Frozen factor) {
    return of(factor.exact(), factor.value());
  }

  static String of(Coefficient coefficient) {
    return of(coefficient.exact(), coefficient.value());
  }

  /** {@code 1.0 / 6} for a fraction of moderate size, else the nearest double. */
  private static String of(String exact, double nearest) {
    Matcher fraction = FRACTION.matcher(exact);
    if (!fraction.matches()) {
      return Double.toString(nearest);
    }
    String numerator = fraction.group(1) + ".0";
    String denominator = fraction.group(2);
    if (denominator == null) {
      return numerator;
    }
    return numerator + " / " + denominator + (denominator.length() > DIGITS_OF_AN_INT ? ".0" : "");
  }

  static String of(double number) {
    if (Double.isNaN(number)) {
      return "Double.NaN";
    }
    return Double.isInfinite(number) ? "Double.POSITIVE_INFINITY" : Double.toString(number);
  }
}
