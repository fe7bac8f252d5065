package io.butcherblock.processor.parse;

import io.butcherblock.processor.diagnostics.Message;
import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.exact.Radicands;
import io.butcherblock.processor.model.FreeParameter;
import io.butcherblock.processor.model.Spelling;
import io.butcherblock.processor.multivariate.RationalFunction;
import java.math.BigInteger;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

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

  /** A function of some parameters has a few terms in the literature. */
  private static final int MOST_TERMS = 500;

  private final Spelling.Collector spelling = new Spelling.Collector();
  private final Set<BigInteger> radicands = new HashSet<>();
  private final Set<String> parameters;

  /** A field without free parameters. */
  NumberField() {
    this(List.of());
  }

  /** The field in which these parameters stand for themselves. */
  NumberField(Collection<FreeParameter> parameters) {
    this.parameters =
        parameters.stream().map(FreeParameter::name).collect(Collectors.toUnmodifiableSet());
  }

  /** Notes how a number of the text is written. */
  void isWritten(RationalFunction number, String text) {
    if (number.isConstant()) {
      spelling.accept(number.constant(), text);
    }
  }

  /** How the numbers that were noted are written. */
  Spelling spelling() {
    return spelling.spelling();
  }

  /** Whether a word is the name of a free parameter. */
  boolean isParameter(String word) {
    return parameters.contains(word);
  }

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

  /** The same function, unless it or its numbers are too long. */
  static RationalFunction checked(RationalFunction number, TextLine line, int start, int end)
      throws ParseFailure {
    if (number.terms() > MOST_TERMS) {
      throw line.failure(Message.FUNCTION_TOO_LONG, start, end, MOST_TERMS);
    }
    if (number.bitLength() > MOST_BITS) {
      throw line.failure(Message.NUMBER_TOO_LONG, start, end, MOST_DIGITS);
    }
    return number;
  }
}
