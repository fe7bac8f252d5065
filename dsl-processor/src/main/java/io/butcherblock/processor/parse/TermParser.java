package io.butcherblock.processor.parse;

import io.butcherblock.processor.diagnostics.Message;
import io.butcherblock.processor.model.Exact;
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

  private final TextLine line;
  private final ExpressionParser text;
  private int start;
  private int steps;
  private Optional<Kind> kind = Optional.empty();
  private int back;

  TermParser(TextLine line, ExpressionParser text) {
    this.line = line;
    this.text = text;
  }

  Term parse(Exact sign) throws ParseFailure {
    text.atEnd();
    start = text.position();
    Exact coefficient = sign;
    do {
      int before = text.position();
      if (text.accept('/')) {
        coefficient = text.over(coefficient, number(), before);
      } else {
        text.accept('*');
        coefficient = factor(coefficient);
      }
    } while (!text.atEnd() && text.peek() != '+' && text.peek() != '-');
    return new Term(checkedKind(), back, coefficient);
  }

  private Exact factor(Exact coefficient) throws ParseFailure {
    int before = text.position();
    if (text.accept('h')) {
      steps++;
      return coefficient;
    }
    if (text.accept('y')) {
      reference(Kind.VALUE);
      return coefficient;
    }
    if (text.accept('f')) {
      reference(Kind.DERIVATIVE);
      return coefficient;
    }
    return text.combine(coefficient, number(), Exact::times, before);
  }

  private Exact number() throws ParseFailure {
    boolean bracketed = text.peek() == '(';
    int before = text.position();
    try {
      return text.primary();
    } catch (ParseFailure e) {
      if (bracketed && "hyf".indexOf(text.peek()) >= 0) {
        throw line.failure(Message.BRACKETED_TERMS, before, before + 1);
      }
      throw e;
    }
  }

  private void reference(Kind found) throws ParseFailure {
    if (kind.isPresent()) {
      throw bad("it has two values");
    }
    kind = Optional.of(found);
    if (!text.accept('[') || !text.accept('n')) {
      throw bad("an index [n], [n-1], ... is expected");
    }
    if (text.accept('+')) {
      back = -index();
    } else if (text.accept('-')) {
      back = index();
    }
    if (!text.accept(']')) {
      throw bad("the index is not closed by ]");
    }
    if (back < 0) {
      throw line.failure(
          Message.IMPLICIT_RECURRENCE,
          start,
          text.position(),
          new Term(found, back, Exact.ONE).reference());
    }
  }

  private int index() throws ParseFailure {
    Exact index = text.primary();
    if (index.compareTo(Exact.of(FARTHEST)) > 0) {
      throw line.failure(Message.TOO_FAR_BACK, start, text.position(), index, FARTHEST);
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
      throw bad("h stands beside f, not beside y");
    }
    if (found == Kind.DERIVATIVE && steps != 1) {
      throw bad(steps == 0 ? "f lacks its step size h" : "h occurs twice");
    }
    return found;
  }

  private ParseFailure bad(String what) {
    return line.failure(Message.BAD_TERM, start, text.position(), what);
  }
}
