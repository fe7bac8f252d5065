package io.butcherblock.processor.parse;

import io.butcherblock.processor.diagnostics.Message;
import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.exact.SquareRoot;
import io.butcherblock.processor.multivariate.RationalFunction;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * Reads an exact number, or a rational function of free parameters, by recursive descent.
 *
 * <pre>
 * sum     := product (('+' | '-') product)*
 * product := signed (('*' | '/') signed)*
 * signed  := ('+' | '-')? primary
 * primary := digits ('.' digits)? | '(' sum ')' | 'sqrt' '(' sum ')' | parameter
 * </pre>
 */
final class ExpressionParser {

  private static final int DEEPEST = 50;

  private final Cursor cursor;
  private final NumberField field;
  private int depth;

  /**
   * A parser that reads from a cursor on.
   *
   * @param field the field of the scheme that the number is part of
   */
  ExpressionParser(Cursor cursor, NumberField field) {
    this.cursor = cursor;
    this.field = field;
  }

  /** The number that the whole stretch is, in a field without free parameters. */
  Exact number() throws ParseFailure {
    return function().constant();
  }

  /** The function that the whole stretch is. */
  RationalFunction function() throws ParseFailure {
    RationalFunction value = sum();
    if (!cursor.atEnd()) {
      throw afterNumber();
    }
    return value;
  }

  private ParseFailure afterNumber() {
    return field.isParameter(cursor.name()) ? cursor.missingOperator() : cursor.afterNumber();
  }

  /** The sum that begins here. */
  RationalFunction sum() throws ParseFailure {
    RationalFunction value = product();
    while (true) {
      int start = cursor.position();
      if (cursor.accept('+')) {
        value = checked(value.plus(product()), start);
      } else if (cursor.accept('-')) {
        value = checked(value.minus(product()), start);
      } else {
        return value;
      }
    }
  }

  private RationalFunction product() throws ParseFailure {
    RationalFunction value = signed();
    while (true) {
      int start = cursor.position();
      if (cursor.accept('*')) {
        value = times(value, signed(), start);
      } else if (cursor.accept('/')) {
        value = over(value, signed(), start);
      } else {
        return value;
      }
    }
  }

  RationalFunction times(RationalFunction value, RationalFunction factor, int start)
      throws ParseFailure {
    return checked(value.times(factor), start);
  }

  RationalFunction over(RationalFunction value, RationalFunction divisor, int start)
      throws ParseFailure {
    if (divisor.isZero()) {
      throw cursor.failure(Message.DIVISION_BY_ZERO, start);
    }
    return checked(value.over(divisor), start);
  }

  private RationalFunction checked(RationalFunction value, int start) throws ParseFailure {
    return NumberField.checked(value, cursor.line(), start, cursor.position());
  }

  private RationalFunction signed() throws ParseFailure {
    if (cursor.accept('-')) {
      return primary().negate();
    }
    cursor.accept('+');
    return primary();
  }

  /** A number without a sign before it. */
  RationalFunction primary() throws ParseFailure {
    char next = cursor.peek();
    int start = cursor.position();
    if (next == '(') {
      return bracket();
    }
    if (cursor.accept("sqrt")) {
      if (!cursor.isAt('(')) {
        throw cursor.radicandWithoutBrackets(start);
      }
      return root(bracket(), start);
    }
    if (Cursor.isDigit(next) || cursor.isAtFraction()) {
      return decimal();
    }
    String name = cursor.name();
    if (field.isParameter(name)) {
      cursor.accept(name);
      return RationalFunction.variable(name);
    }
    throw cursor.unexpected();
  }

  private RationalFunction bracket() throws ParseFailure {
    int start = cursor.position();
    cursor.accept('(');
    if (++depth > DEEPEST) {
      throw cursor.line().failure(Message.TOO_DEEP, start, start + 1, DEEPEST);
    }
    RationalFunction value = sum();
    depth--;
    if (!cursor.accept(')')) {
      throw cursor.atEnd()
          ? cursor.line().failure(Message.UNCLOSED_BRACKET, start, start + 1)
          : afterNumber();
    }
    return value;
  }

  private RationalFunction root(RationalFunction function, int start) throws ParseFailure {
    if (!function.isConstant()) {
      throw cursor.failure(Message.ROOT_OF_PARAMETER, start, function);
    }
    Exact radicand = function.constant();
    if (radicand.signum() < 0) {
      throw cursor.failure(Message.NEGATIVE_RADICAND, start, radicand);
    }
    Message refusal = radicand.isRational() ? Message.RADICAND_TOO_LARGE : Message.NESTED_RADICAL;
    Exact root =
        SquareRoot.of(radicand).orElseThrow(() -> cursor.failure(refusal, start, radicand));
    return RationalFunction.constant(field.adjoin(root, cursor.line(), start, cursor.position()));
  }

  private RationalFunction decimal() throws ParseFailure {
    int start = cursor.position();
    String digits = cursor.decimal();
    if (digits.length() > NumberField.MOST_DIGITS) {
      // Refused before it is read: to read it takes a time that grows with its square.
      throw cursor.failure(Message.NUMBER_TOO_LONG, start, NumberField.MOST_DIGITS);
    }
    if (cursor.isAt('.')) {
      throw cursor.afterNumber();
    }
    BigDecimal value = new BigDecimal(digits);
    return RationalFunction.constant(
        Exact.of(
            BigFraction.of(value.unscaledValue(), BigInteger.TEN.pow(Math.max(0, value.scale())))));
  }
}
