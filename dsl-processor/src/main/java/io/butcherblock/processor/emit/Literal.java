package io.butcherblock.processor.emit;

import com.squareup.javapoet.CodeBlock;
import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.lower.LoweredProgram;
import io.butcherblock.program.Coefficient;
import java.math.BigInteger;

/** Numbers as Java expressions of type double. */
final class Literal {

  /** Whole numbers up to 15 digits are doubles, so that the quotient of two is rounded once. */
  private static final BigInteger LONGEST = BigInteger.TEN.pow(15);

  private static final BigInteger LONGEST_INT = BigInteger.TEN.pow(9);

  private Literal() {}

  /** {@code 1.0 / 6} for a fraction of moderate size, else the nearest double. */
  static String of(Exact number) {
    BigInteger numerator = number.numerator();
    BigInteger denominator = number.denominator();
    if (!number.isRational()
        || numerator.abs().compareTo(LONGEST) >= 0
        || denominator.compareTo(LONGEST) >= 0) {
      return nearest(number.doubleValue());
    }
    return denominator.equals(BigInteger.ONE)
        ? numerator + ".0"
        : numerator + ".0 / " + denominator + (denominator.compareTo(LONGEST_INT) < 0 ? "" : ".0");
  }

  /** The initial value of what a program trains. */
  static String of(Coefficient coefficient, LoweredProgram lowered) {
    return lowered.number(coefficient).map(Literal::of).orElse(nearest(coefficient.value()));
  }

  /** A number that need not be finite. */
  static CodeBlock of(double number) {
    return CodeBlock.of("$L", nearest(number));
  }

  /** A product of large coefficients may be above all finite doubles. */
  private static String nearest(double number) {
    if (Double.isNaN(number)) {
      return "Double.NaN";
    }
    return Double.isFinite(number)
        ? Double.toString(number)
        : number < 0 ? "Double.NEGATIVE_INFINITY" : "Double.POSITIVE_INFINITY";
  }
}
