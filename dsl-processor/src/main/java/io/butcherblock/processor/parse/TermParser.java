package io.butcherblock.processor.parse;

import io.butcherblock.names.NearestName;
import io.butcherblock.processor.diagnostics.Message;
import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.model.Multistep.Kind;
import io.butcherblock.processor.model.Multistep.Term;
import io.butcherblock.processor.multivariate.RationalFunction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads one term of a recurrence: numbers, {@code h} or {@code h^2}, and one {@code y[n-j]} or
 * {@code f[n-j]} in any order, multiplied by {@code *} or by standing side by side; a number may be
 * divided by.
 */
final class TermParser {

  /** The superscript of typeset text. */
  private static final char SQUARED = '\u00b2';

  /** The marks of derivatives, on a keyboard and in print. */
  private static final String PRIMES = "'\u2019\u2032\u2033";

  private static final int FARTHEST = 100;
  private static final int MOST_DIGITS = 9;

  /** A letter with whatever index people give it. */
  private static final Pattern REFERENCE =
      Pattern.compile("[yf]\\s*(\\[[^\\[\\])hyf]*[\\])]?|\\([^)]*\\)?|_\\{[^}]*}?|[_\\w]*)");

  /** Of a bracket with its factor, in characters; longer ones are not repeated in a message. */
  private static final int LONGEST_PRODUCT = 200;

  /** A term that can be read in the place of another one, with its sign. */
  private static final Pattern INDEXED =
      Pattern.compile("[^\\[\\]{}_]*[yf]\\s*\\[\\s*n\\s*(?:[-+]\\s*\\d+\\s*)?][^\\[\\]{}_]*");

  private static final String EXAMPLE =
      "for example, h/2 (3 f[n] - f[n-1]) is 3/2 h f[n] - 1/2 h f[n-1]";

  /** The minus signs of print, one character each. */
  private static final Pattern PRINTED_MINUS =
      Pattern.compile("[\\p{Pd}\u2212&&[\\x{0}-\\x{ffff}]]");

  private final Cursor cursor;
  private final ExpressionParser expression;
  private final boolean absorbsStepSize;
  private final NumberField field;
  private final boolean implicit;
  private int start;
  private int steps;

  /** Whether the last factor was a number: another one behind it would be a part of it. */
  private boolean afterNumber;

  private Optional<Kind> kind = Optional.empty();
  private int back;

  /**
   * A parser of the term that begins at a cursor.
   *
   * @param absorbsStepSize whether f is written without h
   * @param implicit whether f[n+1] is known
   */
  TermParser(Cursor cursor, NumberField field, boolean absorbsStepSize, boolean implicit) {
    this.cursor = cursor;
    this.implicit = implicit;
    this.absorbsStepSize = absorbsStepSize;
    this.field = field;
    this.expression = new ExpressionParser(cursor, field);
  }

  FunctionTerm parse(Exact sign) throws ParseFailure {
    cursor.atEnd();
    start = cursor.position();
    RationalFunction coefficient = RationalFunction.constant(sign);
    do {
      int before = cursor.position();
      if (cursor.accept('/')) {
        coefficient = expression.over(coefficient, divisor(), before);
        afterNumber = true;
      } else {
        afterNumber &= !cursor.accept('*');
        coefficient = factor(coefficient);
      }
    } while (!cursor.atEnd() && cursor.peek() != '+' && cursor.peek() != '-');
    return new FunctionTerm(checkedKind(), back, coefficient, steps, /* written= */ "");
  }

  private RationalFunction factor(RationalFunction coefficient) throws ParseFailure {
    int before = cursor.position();
    if (field.isParameter(cursor.name())) {
      afterNumber = true;
      return expression.times(coefficient, expression.primary(), before);
    }
    if (cursor.accept('h')) {
      afterNumber = false;
      steps += power();
      return coefficient;
    }
    if (cursor.accept('y')) {
      afterNumber = false;
      reference(Kind.VALUE);
      return coefficient;
    }
    if (cursor.accept('f')) {
      afterNumber = false;
      reference(Kind.VECTOR_FIELD);
      return coefficient;
    }
    if (afterNumber && (Cursor.isDigit(cursor.peek()) || cursor.peek() == '.')) {
      throw cursor.afterNumber();
    }
    afterNumber = true;
    return expression.times(coefficient, number(), before);
  }

  /** The exponent behind h, as it is written in print and on a keyboard. */
  private int power() throws ParseFailure {
    int before = cursor.position();
    if (cursor.accept(SQUARED)) {
      return 2;
    }
    if (!cursor.accept('^') && !cursor.accept("**")) {
      return 1;
    }
    if (cursor.accept('2') && !Cursor.isDigit(cursor.peek()) && cursor.peek() != '.') {
      return 2;
    }
    throw cursor
        .line()
        .failure(
            Message.BAD_TERM,
            before,
            cursor.position() + 1,
            "h is written alone, or as h^2",
            ofField());
  }

  private RationalFunction divisor() throws ParseFailure {
    if ("hyf".indexOf(cursor.peek()) >= 0 && !field.isParameter(cursor.name())) {
      throw bad("only a number can be divided by");
    }
    return number();
  }

  private RationalFunction number() throws ParseFailure {
    if (")]}".indexOf(cursor.peek()) >= 0) {
      throw cursor
          .line()
          .failure(Message.CLOSING_BRACKET, cursor.position(), cursor.position() + 1);
    }
    if (cursor.peek() == '=') {
      throw bad("there is a second '='");
    }
    String word = cursor.word();
    if (!word.isEmpty()
        && !field.isParameter(cursor.name())
        && !word.equalsIgnoreCase("e")
        && NearestName.of(word, List.of("sqrt")).isEmpty()) {
      throw bad("'" + word + "' is none of y, f and h" + UnknownText.inTerm(cursor.line(), word));
    }
    boolean bracketed = cursor.peek() == '(';
    int before = cursor.position();
    try {
      return expression.primary();
    } catch (ParseFailure e) {
      if (bracketed && "hyf".indexOf(cursor.peek()) >= 0) {
        throw cursor
            .line()
            .failure(
                cursor.isClosed(before) ? Message.BRACKETED_TERMS : Message.UNCLOSED_BRACKET,
                before,
                before + 1,
                multiplied(before));
      }
      throw e;
    }
  }

  private void reference(Kind found) throws ParseFailure {
    int at = cursor.position() - 1;
    if (kind.isPresent()) {
      throw bad(
          "it has more than one y[...] or f[...]; if they are of two terms, a + or - is missing"
              + " between them");
    }
    kind = Optional.of(found);
    if (PRIMES.indexOf(cursor.peek()) >= 0) {
      throw bad(
          "it has a derivative, and f is the only one: y' in a scheme for y' = f(y), y'' in one for"
              + " y'' = f(y), which has no y'");
    }
    if (!cursor.accept('[')) {
      throw index(at);
    }
    if (!cursor.accept('n')) {
      throw index(at);
    }
    boolean ahead = cursor.accept('+');
    if (ahead || cursor.accept('-')) {
      back = (ahead ? -1 : 1) * steps(at);
    }
    if (!cursor.accept(']')) {
      throw index(at);
    }
    if (back < 0 && !(implicit && back == -1 && found == Kind.VECTOR_FIELD)) {
      throw cursor.failure(
          Message.IMPLICIT_RECURRENCE,
          start,
          new Term(found, back, Exact.ONE).reference(),
          steps == 2
              ? "A scheme for y'' = f(y) has no predictor so far, and is explicit"
              : "A predictor, an explicit recurrence, gives a y[n+1] at which f[n+1] is taken");
    }
  }

  private int steps(int at) throws ParseFailure {
    String digits = cursor.peek() == 0 ? "" : cursor.decimal();
    if (digits.isEmpty() || digits.contains(".")) {
      throw index(at);
    }
    if (digits.length() > MOST_DIGITS || Integer.parseInt(digits) > FARTHEST) {
      throw cursor.failure(Message.TOO_FAR_BACK, start, digits, FARTHEST);
    }
    return Integer.parseInt(digits);
  }

  /**
   * What stands from a column to the end of its bracket, or of its word, is no y[...] or f[...].
   */
  private ParseFailure index(int at) {
    String text = cursor.line().text();
    Matcher reference = REFERENCE.matcher(text).region(at, text.length());
    int to = reference.lookingAt() ? reference.end() : at + 1;
    String letter = text.substring(at, at + 1);
    String found = text.substring(at, to).strip();
    return cursor
        .line()
        .failure(
            Message.BAD_INDEX,
            at,
            at + found.length(),
            found,
            !found.substring(1).strip().startsWith("[")
                ? found.matches("f\\s*\\([^)]*[a-z&&[^n]].*")
                    ? "has an argument; f[n] stands for f at y[n], and has an index alone"
                    : "lacks an index in square brackets"
                : found.endsWith("]") ? "has no index of whole steps" : "is not closed by ]",
            letter + "[n-1]");
  }

  private Kind checkedKind() throws ParseFailure {
    Kind found = kind.orElseThrow(() -> bad("it has neither y[...] nor f[...]"));
    if (found == Kind.VALUE && steps > 0) {
      throw bad("h multiplies f, not y");
    }
    if (found == Kind.VECTOR_FIELD && absorbsStepSize && steps > 0) {
      throw bad(
          "f has the step size h in it already, by absorbsStepSize = true"
              + (steps == 2 ? ", which is not for y'' = f(y)" : ""));
    }
    if (found == Kind.VECTOR_FIELD && !absorbsStepSize && (steps < 1 || steps > 2)) {
      throw bad(
          steps == 0
              ? "f is not multiplied by the step size h, and absorbsStepSize is false"
              : "h occurs "
                  + steps
                  + " times; f has h in a scheme for y' = f(y), and h^2 in one for"
                  + " y'' = f(y)");
    }
    return found;
  }

  /**
   * The terms in a bracket, each with the factor before it, or an example where that is unclear.
   */
  private String multiplied(int bracket) {
    String text = PRINTED_MINUS.matcher(cursor.line().text()).replaceAll("-");
    String before = text.substring(start, bracket).strip();
    int end = text.indexOf(')', bracket);
    boolean nested = text.indexOf('(', bracket + 1) >= 0 && text.indexOf('(', bracket + 1) < end;
    boolean clear = !before.isEmpty() && end >= 0 && !nested && endsTerm(text, end + 1);
    if (!clear || end - start > LONGEST_PRODUCT) {
      return EXAMPLE;
    }
    String factor =
        before.endsWith("*") ? before.substring(0, before.length() - 1).strip() : before;
    boolean negative = text.substring(0, start).strip().endsWith("-");
    StringBuilder sum = new StringBuilder();
    List<String> terms = signed(withIndices(text.substring(bracket + 1, end)));
    if (!terms.stream().allMatch(term -> INDEXED.matcher(term).matches())) {
      return EXAMPLE;
    }
    for (String term : terms) {
      boolean minus = term.startsWith("-") != negative;
      sum.append(sum.isEmpty() ? minus ? "-" : "" : minus ? " - " : " + ");
      sum.append(factor).append('*').append(term.replaceFirst("^[-+]", "").strip());
    }
    return sum.toString();
  }

  /** The indices of books in brackets: f[n-1] for f_{n-1}, f[n] for f_n. */
  private static String withIndices(String terms) {
    return terms
        .replaceAll("([yf])_\\{([^{}]*)}", "$1[$2]")
        .replaceAll("([yf])_?n\\b(?!\\s*[-+]\\s*\\d+\\s*(?:[-+]|$))", "$1[n]");
  }

  private static boolean endsTerm(String text, int at) {
    String rest = text.substring(at).strip();
    return rest.isEmpty() || rest.startsWith("+") || rest.startsWith("-");
  }

  /** The terms of a sum with their signs; those in an index are none. */
  private static List<String> signed(String sum) {
    List<String> terms = new ArrayList<>();
    int begin = 0;
    boolean index = false;
    for (int i = 0; i < sum.length(); i++) {
      char c = sum.charAt(i);
      index = c == '[' || (index && c != ']');
      if (!index && (c == '+' || c == '-')) {
        terms.add(sum.substring(begin, i).strip());
        begin = i;
      }
    }
    terms.add(sum.substring(begin).strip());
    terms.removeIf(String::isEmpty);
    return terms;
  }

  private ParseFailure bad(String what) {
    return cursor.failure(Message.BAD_TERM, start, what, ofField());
  }

  /** What the terms of f are numbers times. */
  private String ofField() {
    return absorbsStepSize ? "f[n-j]" : "h f[n-j], which is h^2 f[n-j] in a scheme for y'' = f(y)";
  }
}
