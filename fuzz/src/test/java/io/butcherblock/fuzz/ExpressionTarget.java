package io.butcherblock.fuzz;

import io.butcherblock.fuzz.WrittenExpression.Written;
import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.exact.ShortText;
import io.butcherblock.processor.parse.FuzzedSchemes;
import java.util.List;
import java.util.Optional;

/** Coefficients: what the compiler makes of an expression is what whole numbers make of it. */
final class ExpressionTarget implements FuzzTarget {

  /** Less than the 300 digits that a number may have. */
  private static final int FEW_BITS = 900;

  @Override
  public void run(byte[] input) {
    WrittenExpression expression = new WrittenExpression(input);
    Written written;
    try {
      written = expression.all();
    } catch (ArithmeticException e) {
      // Divides by zero somewhere.
      return;
    }
    Optional<Exact> read = FuzzedSchemes.number(written.text());
    if (read.isEmpty()) {
      // Only what is long may be refused: a root of a large square, a long number.
      if (expression.longest() <= FEW_BITS && !written.text().contains("sqrt")) {
        throw new AssertionError("Refused: " + written.text());
      }
      return;
    }
    Exact number = read.orElseThrow();
    if (!number.isRational()
        || !number.numerator().equals(written.value().numerator())
        || !number.denominator().equals(written.value().denominator())) {
      throw new AssertionError(written.text() + " is " + written.value() + ", not " + number);
    }
    String printed = ShortText.entry(number);
    if (!FuzzedSchemes.number(printed).orElseThrow().equals(number)) {
      throw new AssertionError(written.text() + " is printed as " + printed);
    }
  }

  @Override
  public List<byte[]> seeds() {
    return List.of(
        new byte[] {1, 2, 3, 4, 5},
        new byte[] {2, 0, 7, 1, 4, 1, 2, 3, 5, 1, 1, 9, 8, 2, 5, 7, 2, 1},
        new byte[] {5, 1, 1, 4, 2, 1, 1, 2, 10, 0, 0, 1, 3, 2, 0, 1, 1, 1, 5, 3, 2, 1});
  }
}
