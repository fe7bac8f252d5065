package io.butcherblock.processor.parse;

import io.butcherblock.processor.diagnostics.Message;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Moves along a stretch of a line and skips blanks.
 *
 * <p>The minus sign may be the hyphen of the keyboard or the minus sign U+2212 of a typeset text;
 * dashes of other lengths are refused.
 */
final class Cursor {

  /** The radicand of a root without brackets, or in other ones, or behind a blank. */
  private static final Pattern BARE_RADICAND =
      Pattern.compile("[\\[{(]?([0-9.]+|[^\\]})]+(?=[\\]})]))");

  /** The parts of a mixed number, at the end of a text and at the beginning of the next one. */
  private static final Pattern WHOLE = Pattern.compile("(?<![\\d./*])[1-9]\\d{0,8}$");

  private static final Pattern PROPER =
      Pattern.compile("([1-9]\\d{0,8})/([1-9]\\d{0,8})(?![\\d.])");

  private static final String SECOND_SIGN =
      ", a second sign. Write one, or brackets around a negative number, as (-1/2)";

  private static final String TYPESET_MINUS = "\u2212";

  private final TextLine line;
  private final int begin;
  private final int end;
  private int position;

  /** Stands at column {@code start}, and goes up to {@code end}. */
  Cursor(TextLine line, int start, int end) {
    this.line = line;
    this.begin = start;
    this.position = start;
    this.end = end;
  }

  TextLine line() {
    return line;
  }

  int position() {
    return position;
  }

  boolean atEnd() {
    while (position < end && Character.isWhitespace(line.text().charAt(position))) {
      position++;
    }
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
    if (atEnd() || position + word.length() > end || !line.text().startsWith(word, position)) {
      return false;
    }
    position += word.length();
    return true;
  }

  /** The letters that stand here. */
  String word() {
    atEnd();
    int to = position;
    while (to < end && Character.isLetter(line.text().charAt(to))) {
      to++;
    }
    return line.text().substring(position, to);
  }

  /** The letters that stand here, and the digits behind them: a name. */
  String name() {
    String letters = word();
    if (letters.isEmpty()) {
      return "";
    }
    int to = position + letters.length();
    while (to < end && isDigit(line.text().charAt(to))) {
      to++;
    }
    return line.text().substring(position, to);
  }

  /** Moves behind the next such character, or to the end if there is none. */
  void skipBehind(char character) {
    int found = line.text().indexOf(character, position);
    position = found < 0 ? end : found + 1;
  }

  /** Moves to the sign behind the term, signed itself, that begins at a column. */
  void skipTerm(int start) {
    position = start;
    if (!accept('-')) {
      accept('+');
    }
    int depth = 0;
    // The sign of an exponent begins no term.
    while (!atEnd()
        && (depth > 0 || "+-".indexOf(peek()) < 0 || line.text().charAt(position - 1) == '^')) {
      depth += "([{".indexOf(peek()) >= 0 ? 1 : ")]}".indexOf(peek()) >= 0 ? -1 : 0;
      position++;
    }
  }

  /** The digits from here on, and a decimal point among them; no blanks. */
  String decimal() {
    int start = position;
    skipDigits();
    if (position < end && line.text().charAt(position) == '.') {
      position++;
      skipDigits();
    }
    return line.text().substring(start, position);
  }

  private void skipDigits() {
    while (position < end && isDigit(line.text().charAt(position))) {
      position++;
    }
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** A failure from column {@code start} to here. */
  ParseFailure failure(Message message, int start, Object... arguments) {
    return line.failure(message, start, position, arguments);
  }

  /** Whether a character stands here, without blanks before it. */
  boolean isAt(char character) {
    return position < end && line.text().charAt(position) == character;
  }

  /** Whether a decimal point with digits behind it stands here. */
  boolean isAtFraction() {
    return isAt('.') && position + 1 < end && isDigit(line.text().charAt(position + 1));
  }

  /** Whether the bracket at a column has its other half. */
  boolean isClosed(int column) {
    int depth = 0;
    for (int i = column; i < end; i++) {
      char c = line.text().charAt(i);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (depth == 0) {
        return true;
      }
    }
    return false;
  }

  /** A number should begin here, and none does. */
  ParseFailure unexpected() {
    if (atEnd()) {
      return line.failure(
          Message.NUMBER_EXPECTED, Math.max(0, end - 1), end, "nothing stands here");
    }
    char next = peek();
    boolean endsSentence =
        next == '.' && position > begin && line.text().substring(position + 1, end).isBlank();
    if (",;".indexOf(next) >= 0 || endsSentence) {
      boolean isDecimal =
          next == ',' && position + 1 < end && isDigit(line.text().charAt(position + 1));
      return line.failure(
          Message.SEPARATOR,
          position,
          position + 1,
          next,
          isDecimal ? "Write a decimal point as '.'" : "Leave it out");
    }
    if ("+-*/().0123456789".indexOf(next) >= 0) {
      String second = "+-".indexOf(next) >= 0 && isBehindSign() ? SECOND_SIGN : "";
      return line.failure(
          Message.NUMBER_EXPECTED, position, position + 1, "there is '" + next + "'" + second);
    }
    return UnknownText.at(line, position);
  }

  private boolean isBehindSign() {
    String before = line.text().substring(begin, position).strip();
    return !before.isEmpty()
        && ("+-" + TYPESET_MINUS).indexOf(before.charAt(before.length() - 1)) >= 0;
  }

  /** A number has ended here, and what follows is no operator. */
  ParseFailure afterNumber() {
    char next = peek();
    if (next == ')') {
      return line.failure(Message.CLOSING_BRACKET, position, position + 1);
    }
    if (next == '.') {
      return line.failure(Message.SECOND_POINT, position, position + 1);
    }
    boolean root = line.text().startsWith("sqrt", position);
    if (next != '(' && !isDigit(next) && !root) {
      return unexpected();
    }
    return missingOperator();
  }

  /** A number, a bracket, a root or a parameter stands where an operator should. */
  ParseFailure missingOperator() {
    String found = line.text().startsWith("sqrt", position) ? "sqrt" : name();
    String before = line.text().substring(begin, position).strip();
    String after = line.text().substring(position, end).strip();
    if (count(after, '(') > count(after, ')')) {
      return line.failure(Message.UNCLOSED_BRACKET, position, position + 1);
    }
    String divided =
        before.matches(".*/[^-+*()" + TYPESET_MINUS + "]*")
            ? " If it divides too, put all that divides into brackets."
            : mixed(before, after);
    return line.failure(
        Message.MISSING_OPERATOR,
        position,
        position + Math.max(1, found.length()),
        found.isEmpty() ? peek() : found,
        before + "*" + after,
        divided);
  }

  /** What is said of a number that seems to be a mixed one, such as 1 1/2. */
  private static String mixed(String before, String after) {
    Matcher whole = WHOLE.matcher(before);
    Matcher part = PROPER.matcher(after);
    if (!whole.find() || !part.lookingAt()) {
      return "";
    }
    long numerator = Long.parseLong(part.group(1));
    long denominator = Long.parseLong(part.group(2));
    return numerator >= denominator
        ? ""
        : " A mixed number is written as a fraction: "
            + (Long.parseLong(whole.group()) * denominator + numerator)
            + "/"
            + denominator
            + " for "
            + whole.group()
            + " "
            + part.group()
            + ".";
  }

  private static long count(String text, char character) {
    return text.chars().filter(c -> c == character).count();
  }

  /** What follows the word sqrt, which began at a column, is no bracket. */
  ParseFailure radicandWithoutBrackets(int start) {
    String rest = line.text().substring(position, end).strip();
    Matcher radicand = BARE_RADICAND.matcher(rest);
    String meant = radicand.lookingAt() ? "sqrt(" + radicand.group(1) + ")" : "sqrt(2)";
    return line.failure(Message.ROOT_WITHOUT_BRACKETS, start, position, meant);
  }
}
