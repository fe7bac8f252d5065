package io.butcherblock.processor.parse;

import io.butcherblock.processor.diagnostics.Message;
import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.exact.Radicands;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.Set;

/**
 * The field that the square roots of one scheme generate. It is kept small, and so are the numbers:
 * a compiler answers in seconds.
 */
final class NumberField {

  /** A number of the field has up to 2^6 terms, and a product 2^12. */
  private static final int MOST_ROOTS = 6;

  /** The longest coefficients in the literature have some 60 digits. */
  static final int MOST_DIGITS = 300;

  private static final int MOST_BITS = BigInteger.TEN.pow(MOST_DIGITS).bitLength();

  private final Set<BigInteger> radicands = new HashSet<>();

  /** Adjoins a root, written from column {@code start} to {@code end}. */
  Exact adjoin(Exact root, TextLine line, int start, int end) throws ParseFailure {
    for (BigInteger radicand : root.radicands()) {
      if (radicands.add(radicand) && Radicands.independent(radicands) > MOST_ROOTS) {
        radicands.remove(radicand);
        throw line.failure(Message.TOO_MANY_ROOTS, start, end, radicand, MOST_ROOTS);
      }
    }
    return root;
  }

  /** The same number, unless it is too long. */
  static Exact checked(Exact number, TextLine line, int start, int end) throws ParseFailure {
    if (number.bitLength() > MOST_BITS) {
      throw line.failure(Message.NUMBER_TOO_LONG, start, end, MOST_DIGITS);
    }
    return number;
  }
}
