package io.butcherblock.processor.exact;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * Exact numbers as a message shows them: fractions as long as they are short, and else decimals. A
 * number that is cut or rounded says so.
 */
public final class ShortText {

  private static final int SHORT = 20;
  private static final int MODERATE = 60;
  private static final Exact TINY = Exact.of(1, 1_000_000);
  private static final MathContext DIGITS = new MathContext(17, RoundingMode.DOWN);
  private static final MathContext SIZE = new MathContext(2);

  private ShortText() {}

  /** {@code 1/6}; {@code 0.33333333333333331} for a fraction of long numbers. */
  public static String of(Exact number) {
    String text = number.toString();
    if (text.length() <= SHORT || (!number.isRational() && text.length() <= MODERATE)) {
      return text;
    }
    return decimal(number)
        .filter(decimal -> decimal.length() <= MODERATE)
        .orElseGet(() -> rounded(number, DIGITS) + "...");
  }

  /**
   * All digits of a number, as a textbook prints it: {@code 1/6}, {@code 1 - 1/2 sqrt(2)}; in place
   * of a long fraction {@code 0.7123418310626054}, if the number is one and that is shorter.
   */
  public static String exact(Exact number) {
    String text = number.toString();
    return text.length() <= SHORT
        ? text
        : decimal(number).filter(decimal -> decimal.length() < text.length()).orElse(text);
  }

  /** How far off something is: {@code -1/24}, {@code about -1.7e-16}. */
  public static String ofDifference(Exact number) {
    String text = number.toString();
    if (text.length() <= SHORT && (number.isZero() || number.abs().compareTo(TINY) > 0)) {
      return text;
    }
    BigDecimal size = rounded(number, SIZE).stripTrailingZeros();
    String shown = scientific(size);
    return exactly(size).equals(number) ? shown : "about " + shown;
  }

  /** A size rounded to two digits, {@code 1.7e-16}; 0 as 0. */
  public static String size(Exact number) {
    return number.isZero() ? "0" : scientific(rounded(number, SIZE).stripTrailingZeros());
  }

  /** A number close to another one, {@code 1 - 1.7e-16}; as {@link #of} where it is not close. */
  public static String near(Exact number, Exact other) {
    Exact difference = number.minus(other);
    if (difference.isZero()
        || other.isZero()
        || number.toString().length() <= SHORT
        || difference.abs().compareTo(TINY) > 0) {
      return of(number);
    }
    String size = scientific(rounded(difference.abs(), SIZE).stripTrailingZeros());
    return of(other) + (difference.signum() < 0 ? " - " : " + ") + size;
  }

  /** A number as it can be written into a tableau, exactly: {@code 1-1/2*sqrt(2)}. */
  public static String entry(Exact number) {
    String fraction = number.toString().replaceAll("(?<=[0-9]) sqrt", "*sqrt").replace(" ", "");
    return fraction.length() <= SHORT ? fraction : decimal(number).orElse(fraction);
  }

  /** The number as a decimal fraction; empty if it is none. */
  public static Optional<String> decimal(Exact number) {
    if (!number.isRational()) {
      return Optional.empty();
    }
    BigInteger rest = number.denominator();
    int twos = rest.getLowestSetBit();
    rest = rest.shiftRight(twos);
    int fives = 0;
    for (BigInteger five = BigInteger.valueOf(5);
        rest.mod(five).signum() == 0;
        rest = rest.divide(five)) {
      fives++;
    }
    if (!rest.equals(BigInteger.ONE)) {
      return Optional.empty();
    }
    int places = Math.max(twos, fives);
    return Optional.of(
        new BigDecimal(number.numerator())
            .divide(new BigDecimal(number.denominator()), places, RoundingMode.UNNECESSARY)
            .toPlainString());
  }

  private static BigDecimal rounded(Exact number, MathContext digits) {
    // The size of a product may be far outside the range of a double.
    return number.isRational()
        ? number.decimal(digits)
        : number.decimal(MathContext.DECIMAL128).round(digits);
  }

  private static Exact exactly(BigDecimal number) {
    return Exact.of(
        BigFraction.of(
            number.movePointRight(Math.max(0, number.scale())).toBigInteger(),
            BigInteger.TEN.pow(Math.max(0, number.scale()))));
  }

  /** Python's form: {@code -1.7e-16}. */
  private static String scientific(BigDecimal number) {
    int exponent = number.precision() - number.scale() - 1;
    return exponent < -4 || exponent > 15
        ? number.movePointLeft(exponent).toPlainString() + "e" + exponent
        : number.toPlainString();
  }
}
