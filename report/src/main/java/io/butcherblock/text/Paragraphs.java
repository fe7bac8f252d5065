package io.butcherblock.text;

import java.util.Arrays;
import java.util.List;

/** Text in sentences for a terminal, in lines no wider than it. */
public final class Paragraphs {

  /** A blank at which no line ends, as within a command that is copied; printed as a blank. */
  private static final char NO_BREAK = '\u00a0';

  private Paragraphs() {}

  /**
   * A text that fits the terminal. Where a line is too wide, lines end at other blanks; one that
   * ends with a full stop remains an end, and a blank line stays. Where there is no terminal, or
   * all lines fit, it is the text as it is.
   *
   * @param text lines, each with its line feed
   */
  public static String of(String text) {
    int columns = Terminal.ofProcess().columns();
    return of(text, columns > 0 ? columns : Integer.MAX_VALUE);
  }

  /** Text of which no blank becomes an end of a line. */
  public static String unbroken(String text) {
    return text.replace(' ', NO_BREAK);
  }

  static String of(String text, int columns) {
    boolean fits = text.lines().allMatch(line -> length(line) <= columns);
    return (fits ? text : wrapped(text, columns)).replace(NO_BREAK, ' ');
  }

  private static String wrapped(String text, int columns) {
    StringBuilder wrapped = new StringBuilder();
    StringBuilder line = new StringBuilder();
    for (String before : text.lines().toList()) {
      for (String word : words(before)) {
        if (!line.isEmpty() && length(line) + 1 + length(word) > columns) {
          end(line, wrapped);
        }
        line.append(line.isEmpty() ? "" : " ").append(word);
      }
      if (before.endsWith(".") && !line.isEmpty()) {
        end(line, wrapped);
      } else if (before.isBlank()) {
        if (!line.isEmpty()) {
          end(line, wrapped);
        }
        wrapped.append('\n');
      }
    }
    if (!line.isEmpty()) {
      end(line, wrapped);
    }
    return wrapped.toString();
  }

  private static List<String> words(String line) {
    return Arrays.stream(line.split(" ")).filter(word -> !word.isEmpty()).toList();
  }

  private static void end(StringBuilder line, StringBuilder text) {
    text.append(line).append('\n');
    line.setLength(0);
  }

  private static int length(CharSequence text) {
    return Character.codePointCount(text, 0, text.length());
  }
}
