package io.butcherblock.image;

import io.butcherblock.error.ButcherblockException;
import java.math.BigInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An exact factor by which an image is resized, such as 2, 1/3 or 2.5.
 *
 * @param numerator at least 1
 * @param denominator at least 1
 */
public record Ratio(int numerator, int denominator) {

  private static final Pattern TEXT = Pattern.compile("\\s*(\\d{1,6})\\s*(?:/\\s*(\\d{1,6})\\s*)?");

  private static final Pattern DECIMAL = Pattern.compile("\\s*(\\d{1,3})\\.(\\d{1,3})\\s*");

  public Ratio {
    if (numerator < 1 || denominator < 1) {
      throw new IllegalArgumentException(
          "A scale is positive, not " + numerator + "/" + denominator + ".");
    }
  }

  /**
   * Reads a ratio written as {@code 2}, {@code 1/3}, {@code 3/2} or {@code 2.5}, which is 5/2.
   *
   * @throws ButcherblockException if {@code text} is no positive whole number, fraction or decimal
   *     with three digits at most before and behind the point
   */
  public static Ratio parse(String text) {
    Matcher decimal = DECIMAL.matcher(text);
    if (decimal.matches()) {
      int digits = Integer.parseInt(decimal.group(1) + decimal.group(2));
      int power = Integer.parseInt("1000".substring(0, 1 + decimal.group(2).length()));
      if (digits > 0) {
        int common = BigInteger.valueOf(digits).gcd(BigInteger.valueOf(power)).intValue();
        return new Ratio(digits / common, power / common);
      }
    }
    Matcher matcher = TEXT.matcher(text);
    if (matcher.matches()) {
      int numerator = Integer.parseInt(matcher.group(1));
      int denominator = matcher.group(2) == null ? 1 : Integer.parseInt(matcher.group(2));
      if (numerator > 0 && denominator > 0) {
        return new Ratio(numerator, denominator);
      }
    }
    throw new ButcherblockException(
        "The scale \"%s\" is not a positive number of at most six digits, or three before and three behind the point; write 2, 1/2 or 2.5."
            .formatted(text));
  }

  /** The ratio as a floating-point number. */
  public double value() {
    return (double) numerator / denominator;
  }

  /**
   * The size that MATLAB's {@code imresize} gives to an axis: {@code size} times this ratio,
   * rounded up.
   *
   * @param size in pixels
   */
  public long of(int size) {
    return ((long) size * numerator + denominator - 1) / denominator;
  }

  @Override
  public String toString() {
    return denominator == 1 ? "" + numerator : numerator + "/" + denominator;
  }
}
