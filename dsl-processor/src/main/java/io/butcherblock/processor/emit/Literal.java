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
  static CodeBlock of(Exact number) {
    BigInteger numerator = number.numerator();
    BigInteger denominator = number.denominator();
    if (!number.isRational()
        || numerator.abs().compareTo(LONGEST) >= 0
        || denominator.compareTo(LONGEST) >= 0) {
      return of(number.doubleValue());
    }
    if (denominator.equals(BigInteger.ONE)) {
      return CodeBlock.of("$L.0", numerator);
    }
    return denominator.compareTo(LONGEST_INT) < 0
        ? CodeBlock.of("$L.0 / $L", numerator, denominator)
        : CodeBlock.of("$L.0 / $L.0", numerator, denominator);
  }

  /** The initial value of what a program trains. */
  static CodeBlock of(Coefficient coefficient, LoweredProgram lowered) {
    return lowered.number(coefficient).map(Literal::of).orElseGet(() -> of(coefficient.value()));
  }

  /**
   * A number that need not be finite: a product of large coefficients may be above all doubles. The
   * class {@code Double} is JDK's, also beside a scheme of that name.
   */
  static CodeBlock of(double number) {
    if (Double.isNaN(number)) {
      return CodeBlock.of("$T.NaN", Double.class);
    }
    if (Double.isInfinite(number)) {
      return CodeBlock.of(
          number < 0 ? "$T.NEGATIVE_INFINITY" : "$T.POSITIVE_INFINITY", Double.class);
    }
    return CodeBlock.of("$L", number);
  }
}
