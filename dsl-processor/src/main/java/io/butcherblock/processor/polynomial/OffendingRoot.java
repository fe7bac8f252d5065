package io.butcherblock.processor.polynomial;

import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.exact.TooMuchWork;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The root by which a polynomial breaks the root condition, for the reader of a message. Which of
 * the two conditions it breaks is decided exactly; only the digits are rounded.
 *
 * <p>The command line's pictures of stability regions have an iteration of their own, {@code
 * stability.ComplexPolynomial}, with complex coefficients. Compiler and command line depend on
 * {@code dsl-api} alone together, which is no place for numerical methods.
 */
public record OffendingRoot(String text, String reason) {

  private static final int FIRST_DIGITS = 50;
  private static final int MOST_DIGITS = 1600;

  private static final List<Exact> REAL_POINTS = List.of(Exact.ONE, Exact.of(-1));

  /** The offending root of a polynomial that breaks the root condition. */
  public static OffendingRoot of(Polynomial polynomial) {
    return of(polynomial, /* multiplicity= */ 1);
  }

  /**
   * The offending root of a polynomial that breaks the root condition.
   *
   * @param multiplicity the greatest that a root on the unit circle may have
   */
  public static OffendingRoot of(Polynomial polynomial, int multiplicity) {
    Polynomial p = polynomial.shiftedDown(polynomial.lowestPower());
    try {
      Polynomial different = p.squareFree();
      return VonNeumann.isSimple(different) ? multiple(p, multiplicity) : outside(different);
    } catch (TooMuchWork e) {
      return new OffendingRoot("z", "of modulus above 1, or multiple and of modulus 1");
    }
  }

  private static OffendingRoot outside(Polynomial different) {
    int digits = FIRST_DIGITS;
    Optional<BigComplex> largest = largest(different, digits);
    while (largest.isEmpty() && digits < MOST_DIGITS) {
      digits *= 2;
      largest = largest(different, digits);
    }
    MathContext context = new MathContext(digits);
    return largest
        .map(
            root ->
                new OffendingRoot(
                    Rounded.text(root),
                    "of modulus " + Rounded.text(root.modulus(context)) + ", above 1"))
        .orElseGet(() -> new OffendingRoot("z", "of a modulus above 1 by less than can be shown"));
  }

  /** The root of the largest modulus, if the digits are enough to tell that from 1. */
  private static Optional<BigComplex> largest(Polynomial different, int digits) {
    MathContext context = new MathContext(digits);
    BigDecimal least = BigDecimal.ONE.add(BigDecimal.ONE.movePointLeft(digits / 3));
    return ComplexRoots.of(different, digits).stream()
        .max(Comparator.comparing(root -> root.square(context)))
        .filter(root -> root.square(context).compareTo(least) > 0)
        .map(root -> Rounded.withoutErrors(root.upper(), digits / 2));
  }

  private static OffendingRoot multiple(Polynomial p, int multiplicity) {
    Polynomial repeated = p;
    for (int i = 0; i < multiplicity; i++) {
      repeated = repeated.gcd(repeated.derivative());
    }
    // None lies outside the circle, so 1/r is a root as well as r only where r lies on it.
    Polynomial onCircle = repeated.gcd(repeated.reversed()).squareFree();
    String text =
        REAL_POINTS.stream()
            .filter(point -> onCircle.at(point).isZero())
            .map(Exact::toString)
            .findFirst()
            .orElseGet(() -> onCircleText(onCircle));
    return new OffendingRoot(
        text,
        "on the unit circle, and it is "
            + (multiplicity == 1 ? "multiple" : "of a multiplicity above " + multiplicity));
  }

  private static String onCircleText(Polynomial roots) {
    BigComplex root = ComplexRoots.of(roots, FIRST_DIGITS).get(0).upper();
    return Rounded.text(Rounded.withoutErrors(root, FIRST_DIGITS / 3));
  }
}
