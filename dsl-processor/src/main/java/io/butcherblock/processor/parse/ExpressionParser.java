package io.butcherblock.processor.parse;

import io.butcherblock.processor.diagnostics.Message;
import io.butcherblock.processor.model.Exact;
import io.butcherblock.processor.model.MixedRadicalsException;
import io.butcherblock.processor.model.SquareRoot;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.function.BinaryOperator;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * Reads an exact number by recursive descent.
 *
 * <pre>
 * sum     := product (('+' | '-') product)*
 * product := signed (('*' | '/') signed)*
 * signed  := ('+' | '-')? primary
 * primary := digits ('.' digits)? | '(' sum ')' | 'sqrt' '(' sum ')'
 * </pre>
 *
 * <p>The minus sign may be the hyphen of the keyboard or the minus sign U+2212 of a typeset text;
 * dashes of other lengths are refused.
 *
 * <p>Longer than most classes here: the rules of one grammar call each other, and each names what
 * it refuses.
 */
final class ExpressionParser {

  private static final int DEEPEST = 50;
  private static final String TYPESET_MINUS = "\u2212";

  private final TextLine line;
  private final int end;
  private int position;
  private int depth;

  /** Reads {@code line} from column {@code start} up to {@code end}. */
  ExpressionParser(TextLine line, int start, int end) {
    this.line = line;
    this.position = start;
    this.end = end;
  }

  /** The number that the whole stretch is. */
  Exact number() throws ParseFailure {
    Exact value = sum();
    if (!atEnd()) {
      throw peek() == ')'
          ? line.failure(Message.NUMBER_EXPECTED, position, position + 1, "a bracket too many")
          : unexpected();
    }
    return value;
  }

  int position() {
    return position;
  }

  boolean atEnd() {
    skipBlanks();
    return position >= end;
  }

  /** The next character that is no blank, a typeset minus as '-'; 0 at the end. */
  char peek() {
    if (atEnd()) {
      return 0;
    }
    char next = line.text().charAt(position);
    return TYPESET_MINUS.indexOf(next) >= 0 ? '-' : next;
  }

  boolean accept(char expected) {
    if (peek() != expected) {
      return false;
    }
    position++;
    return true;
  }

  boolean accept(String word) {
    if (atEnd() || !line.text().substring(position, end).startsWith(word)) {
      return false;
    }
    position += word.length();
    return true;
  }

  ParseFailure unexpected() {
    if (atEnd()) {
      return line.failure(Message.NUMBER_EXPECTED, end - 1, end, "nothing more");
    }
    char next = peek();
    if (next == ',' || next == ';') {
      return line.failure(Message.SEPARATOR, position, position + 1, next);
    }
    if ("+-*/().0123456789".indexOf(next) >= 0) {
      return line.failure(Message.NUMBER_EXPECTED, position, position + 1, "'" + next + "'");
    }
    return line.failure(
        Message.UNKNOWN_CHARACTER,
        position,
        position + 1,
        Character.toString(line.text().codePointAt(position)));
  }

  Exact sum() throws ParseFailure {
    Exact value = product();
    while (true) {
      int start = position;
      if (accept('+')) {
        value = combine(value, product(), Exact::plus, start);
      } else if (accept('-')) {
        value = combine(value, product(), Exact::minus, start);
      } else {
        return value;
      }
    }
  }

  private Exact product() throws ParseFailure {
    Exact value = signed();
    while (true) {
      int start = position;
      if (accept('*')) {
        value = combine(value, signed(), Exact::times, start);
      } else if (accept('/')) {
        value = over(value, signed(), start);
      } else {
        return value;
      }
    }
  }

  Exact over(Exact value, Exact divisor, int start) throws ParseFailure {
    if (divisor.isZero()) {
      throw line.failure(Message.DIVISION_BY_ZERO, start, position);
    }
    return combine(value, divisor, Exact::over, start);
  }

  Exact combine(Exact left, Exact right, BinaryOperator<Exact> operator, int start)
      throws ParseFailure {
    try {
      return operator.apply(left, right);
    } catch (MixedRadicalsException e) {
      throw line.failure(Message.MIXED_RADICALS, start, position, e.first(), e.second());
    }
  }

  private Exact signed() throws ParseFailure {
    if (accept('-')) {
      return primary().negate();
    }
    accept('+');
    return primary();
  }

  /** A number without a sign before it. */
  Exact primary() throws ParseFailure {
    char next = peek();
    int start = position;
    if (next == '(') {
      return bracket();
    }
    if (accept("sqrt")) {
      return root(bracket(), start);
    }
    if (next == '.' || isDigit(next)) {
      return decimal();
    }
    throw unexpected();
  }

  private Exact bracket() throws ParseFailure {
    int start = position;
    if (!accept('(')) {
      throw unexpected();
    }
    if (++depth > DEEPEST) {
      throw line.failure(Message.TOO_DEEP, start, start + 1, DEEPEST);
    }
    Exact value = sum();
    depth--;
    if (!accept(')')) {
      throw atEnd() ? line.failure(Message.UNCLOSED_BRACKET, start, start + 1) : unexpected();
    }
    return value;
  }

  private Exact root(Exact radicand, int start) throws ParseFailure {
    if (!radicand.isRational()) {
      throw line.failure(Message.NESTED_RADICAL, start, position, radicand);
    }
    if (radicand.signum() < 0) {
      throw line.failure(Message.NEGATIVE_RADICAND, start, position, radicand);
    }
    int stop = position;
    return SquareRoot.of(radicand.rational())
        .orElseThrow(() -> line.failure(Message.RADICAND_TOO_LARGE, start, stop, radicand));
  }

  private Exact decimal() throws ParseFailure {
    int start = position;
    while (position < end && isDigit(line.text().charAt(position))) {
      position++;
    }
    if (position < end && line.text().charAt(position) == '.') {
      position++;
      while (position < end && isDigit(line.text().charAt(position))) {
        position++;
      }
    }
    String digits = line.text().substring(start, position);
    if (digits.equals(".")) {
      throw line.failure(Message.NUMBER_EXPECTED, start, position, "'.'");
    }
    BigDecimal value = new BigDecimal(digits);
    return Exact.of(
        BigFraction.of(value.unscaledValue(), BigInteger.TEN.pow(Math.max(0, value.scale()))));
  }

  private void skipBlanks() {
    while (position < end && Character.isWhitespace(line.text().charAt(position))) {
      position++;
    }
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
