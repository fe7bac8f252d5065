package io.butcherblock.processor.polynomial;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers for readers: six decimals, and more where these would not tell a number from 0 or 1. */
final class Rounded {

  private static final int DECIMALS = 6;
  private static final BigDecimal LARGE = BigDecimal.TEN.pow(9);

  private Rounded() {}

  /** A real number, such as {@code 1.25} or {@code 1 + 1e-10}. */
  static String text(BigDecimal number) {
    BigDecimal size = number.abs();
    BigDecimal rounded = size.setScale(DECIMALS, RoundingMode.HALF_EVEN).stripTrailingZeros();
    String sign = number.signum() < 0 ? "-" : "";
    if (size.compareTo(LARGE) >= 0 || (rounded.signum() == 0 && size.signum() != 0)) {
      return sign + scientific(size);
    }
    BigDecimal difference = size.subtract(BigDecimal.ONE);
    if (rounded.compareTo(BigDecimal.ONE) == 0 && difference.signum() != 0) {
      boolean adds = (difference.signum() > 0) == sign.isEmpty();
      return sign + "1" + (adds ? " + " : " - ") + scientific(difference.abs());
    }
    return sign + rounded.toPlainString();
  }

  /** A complex number, such as {@code 0.5 - 0.866025 i}. */
  static String text(BigComplex number) {
    if (number.im().signum() == 0) {
      return text(number.re());
    }
    String re = number.re().signum() == 0 ? "" : text(number.re());
    String sign = number.im().signum() < 0 ? "-" : "+";
    String im = text(number.im().abs());
    String size = im.contains(" ") ? "(" + im + ")" : im;
    return re.isEmpty()
        ? (sign.equals("-") ? "-" : "") + size + " i"
        : re + " " + sign + " " + size + " i";
  }

  /** The same with 0 or 1 for a part that cannot be told from it. */
  static BigComplex withoutErrors(BigComplex number, int digits) {
    BigDecimal error =
        BigDecimal.ONE.max(number.re().abs()).max(number.im().abs()).movePointLeft(digits);
    return new BigComplex(withoutError(number.re(), error), withoutError(number.im(), error));
  }

  private static BigDecimal withoutError(BigDecimal part, BigDecimal error) {
    if (part.abs().compareTo(error) < 0) {
      return BigDecimal.ZERO;
    }
    boolean isOne = part.abs().subtract(BigDecimal.ONE).abs().compareTo(error) < 0;
    return isOne ? BigDecimal.valueOf(part.signum()) : part;
  }

  private static String scientific(BigDecimal size) {
    BigDecimal two = size.round(new MathContext(2, RoundingMode.HALF_EVEN)).stripTrailingZeros();
    String digits = two.unscaledValue().toString();
    int exponent = two.precision() - two.scale() - 1;
    return digits.charAt(0)
        + (digits.length() > 1 ? "." + digits.substring(1) : "")
        + "e"
        + exponent;
  }
}
