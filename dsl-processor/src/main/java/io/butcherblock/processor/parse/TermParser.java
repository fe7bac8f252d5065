package io.butcherblock.processor.parse;

import io.butcherblock.processor.diagnostics.Message;
import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.model.Multistep.Kind;
import io.butcherblock.processor.model.Multistep.Term;
import java.util.Optional;

/**
 * Reads one term of a recurrence: numbers, at most one {@code h} and one {@code y[n-j]} or {@code
 * f[n-j]} in any order, multiplied by {@code *} or by standing side by side; a number may be
 * divided by.
 */
final class TermParser {

  private static final int FARTHEST = 100;

  private final Cursor cursor;
  private final ExpressionParser expression;
  private int start;
  private int steps;
  private Optional<Kind> kind = Optional.empty();
  private int back;

  TermParser(Cursor cursor, NumberField field) {
    this.cursor = cursor;
    this.expression = new ExpressionParser(cursor, field);
  }

  Term parse(Exact sign) throws ParseFailure {
    cursor.atEnd();
    start = cursor.position();
    Exact coefficient = sign;
    do {
      int before = cursor.position();
      if (cursor.accept('/')) {
        coefficient = expression.over(coefficient, number(), before);
      } else {
        cursor.accept('*');
        coefficient = factor(coefficient);
      }
    } while (!cursor.atEnd() && cursor.peek() != '+' && cursor.peek() != '-');
    return new Term(checkedKind(), back, coefficient);
  }

  private Exact factor(Exact coefficient) throws ParseFailure {
    int before = cursor.position();
    if (cursor.accept('h')) {
      steps++;
      return coefficient;
    }
    if (cursor.accept('y')) {
      reference(Kind.VALUE);
      return coefficient;
    }
    if (cursor.accept('f')) {
      reference(Kind.VECTOR_FIELD);
      return coefficient;
    }
    return expression.times(coefficient, number(), before);
  }

  private Exact number() throws ParseFailure {
    boolean bracketed = cursor.peek() == '(';
    int before = cursor.position();
    try {
      return expression.primary();
    } catch (ParseFailure e) {
      if (bracketed && "hyf".indexOf(cursor.peek()) >= 0) {
        throw cursor.line().failure(Message.BRACKETED_TERMS, before, before + 1);
      }
      throw e;
    }
  }

  private void reference(Kind found) throws ParseFailure {
    if (kind.isPresent()) {
      throw bad("it has more than one y[...] or f[...]");
    }
    kind = Optional.of(found);
    if (!cursor.accept('[') || !cursor.accept('n')) {
      throw bad("an index [n], [n-1], ... is expected");
    }
    if (cursor.accept('+')) {
      back = -index();
    } else if (cursor.accept('-')) {
      back = index();
    }
    if (!cursor.accept(']')) {
      throw bad("the index has no closing ]");
    }
    if (back < 0) {
      throw cursor.failure(
          Message.IMPLICIT_RECURRENCE, start, new Term(found, back, Exact.ONE).reference());
    }
  }

  private int index() throws ParseFailure {
    Exact index = expression.primary();
    if (index.compareTo(Exact.of(FARTHEST)) > 0) {
      throw cursor.failure(Message.TOO_FAR_BACK, start, index, FARTHEST);
    }
    int value = (int) index.doubleValue();
    if (!index.equals(Exact.of(value))) {
      throw bad("an index is a whole number");
    }
    return value;
  }

  private Kind checkedKind() throws ParseFailure {
    Kind found = kind.orElseThrow(() -> bad("it has neither y[...] nor f[...]"));
    if (found == Kind.VALUE && steps > 0) {
      throw bad("h multiplies f, not y");
    }
    if (found == Kind.VECTOR_FIELD && steps != 1) {
      throw bad(steps == 0 ? "f is not multiplied by the step size h" : "h occurs twice");
    }
    return found;
  }

  private ParseFailure bad(String what) {
    return cursor.failure(Message.BAD_TERM, start, what);
  }
}
